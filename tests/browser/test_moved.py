"""Addresses a place had before: who comes by one reaches the place, with a script and without."""

import pytest
from playwright.sync_api import expect

OLD = "backups-y-restauracion-rds-aurora/#clonacion-de-bases-aurora"
NEW = "restaurar-clonar-y-migrar/#clonacion-de-bases-aurora"
RENAMED, NOW = "rds-vs-ec2/#copias-metricas-y-replicas", "rds-vs-ec2/#copias-de-seguridad-metricas-y-replicas"
FACT, ENTRY = "backups-y-restauracion-rds-aurora/#hecho-aur-105", "vigencia/#aur-105"


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (RENAMED, NOW), (FACT, ENTRY)])
def test_an_old_address_leads_on_at_once(read, address, old, new):
    page = read(old)
    page.wait_for_url(address + new)
    expect(page.locator(f"[id='{new.split('#')[1]}']")).to_be_in_viewport()


def test_a_link_to_an_old_address_of_the_same_page_leads_on_too(read, address):
    page = read(OLD.split("#")[0])
    expect(page.locator(".mudado > p").first).to_be_hidden()
    page.evaluate("(hash) => { location.hash = hash; }", OLD.split("#")[1])
    page.wait_for_url(address + NEW)
    page.go_back()
    page.wait_for_url(address + OLD.split("#")[0])


def test_without_a_script_the_old_address_says_where_the_place_is(read, address):
    page = read(OLD, java_script_enabled=False)
    told = page.locator(".mudado > p:target")
    expect(told).to_be_in_viewport()
    expect(page.locator(".mudado > p:visible")).to_have_count(1)
    told.get_by_role("link").click()
    page.wait_for_url(address + NEW)
