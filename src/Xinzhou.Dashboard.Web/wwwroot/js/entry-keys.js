// The keys of a spreadsheet.

const inputs = grid => [...grid.rows.querySelectorAll("tr:not([hidden]) input.value")];
const fieldOf = input => input.closest("td").dataset.cell.split("-")[1];

const go = (event, input) => {
  event.preventDefault();
  input?.focus();
};

// Up and down stay in their column and pass over rows without it.
const vertical = (grid, input, step) => {
  const column = inputs(grid).filter(i => fieldOf(i) === fieldOf(input));
  return column[column.indexOf(input) + step];
};

// Enter after Tab goes back to the column in which the row was begun: 本期, Tab, 同比, Enter, the next 本期.
const rowOf = input => input.closest("tr");
const begun = (grid, input) => {
  const { row, field } = grid.lap ?? {};
  if (row !== rowOf(input) || field === fieldOf(input)) return null;
  return inputs(grid).find(i => fieldOf(i) === field && row.compareDocumentPosition(i) & Node.DOCUMENT_POSITION_FOLLOWING && !row.contains(i));
};

const horizontal = (grid, input, step) => {
  const all = inputs(grid);
  return all[all.indexOf(input) + step];
};

// Left and right move inside the text until they are at its end, or all of it is selected.
const atEdge = (input, step) => {
  const { selectionStart: from, selectionEnd: to, value } = input;
  const all = from === 0 && to === value.length;
  return all || (from === to && (step < 0 ? from === 0 : to === value.length));
};

export const keyDown = (grid, event) => {
  const input = event.target;
  if (event.isComposing) return;
  if (event.key === "F2") { event.preventDefault(); grid.panel.open(input.closest("tr").dataset.row); return; }
  if (!input.matches("input.value")) return;
  const cell = grid.cellOf(input);
  const command = event.ctrlKey || event.metaKey;
  if (event.key === "Tab" && !event.shiftKey) { if (grid.lap?.row !== rowOf(input)) grid.lap = { row: rowOf(input), field: fieldOf(input) }; return; }
  if (event.key.startsWith("Arrow")) grid.lap = null;
  switch (event.key) {
    case "ArrowDown":
      if (event.altKey) { event.preventDefault(); grid.blank.open(cell, input.value); } else go(event, vertical(grid, input, 1));
      break;
    case "ArrowUp": go(event, vertical(grid, input, -1)); break;
    case "Enter": {
      if (command) { event.preventDefault(); grid.next(); break; }
      const next = (!event.shiftKey && begun(grid, input)) || vertical(grid, input, event.shiftKey ? -1 : 1);
      grid.lap = null;
      event.preventDefault();
      if (next) next.focus(); else grid.commit(cell);
      break;
    }
    case "ArrowLeft": if (!event.shiftKey && !command && atEdge(input, -1)) go(event, horizontal(grid, input, -1)); break;
    case "ArrowRight": if (!event.shiftKey && !command && atEdge(input, 1)) go(event, horizontal(grid, input, 1)); break;
    case "Home": if (command) go(event, inputs(grid)[0]); break;
    case "End": if (command) go(event, inputs(grid).at(-1)); break;
    case "Escape": event.preventDefault(); grid.restoreSaved(cell); break;
  }
};
