"use strict";
// Where a box opens: arithmetic alone, so that it can be tested without a browser.

const EDGE = 8; // pixels to the edge of the window
const GAP = 6; // pixels between the mark and its box

/**
 * The place of a box near a mark, within a window: below it where there is room, else above it.
 * @param {{left: number, top: number, bottom: number}} mark
 * @param {{width: number, height: number}} box
 * @param {{width: number, height: number}} view
 */
function placeNear(mark, box, view) {
  const left = Math.min(Math.max(mark.left - box.width / 2, EDGE), view.width - box.width - EDGE);
  const below = mark.bottom + GAP;
  const above = mark.top - box.height - GAP;
  const fits = below + box.height < view.height || above < 0;
  const top = fits ? Math.min(below, view.height - box.height - EDGE) : above;
  return { left, top: Math.max(top, EDGE) };
}
