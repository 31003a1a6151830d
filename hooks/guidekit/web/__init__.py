"""What a page is made of in a browser: elements, filters, scripts, styles."""
