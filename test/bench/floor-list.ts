/**
 * The least that scrolling can cost: 32 px a row, five words of text each, no framework, and
 * rows are only moved and written anew. Runs in the page; named as the application's list is,
 * so that the same hands scroll both.
 */
export function drawList(count: number): void {
  const ROW_PX = 32;
  const DRAWN = 40;
  const scroller = document.createElement('div');
  scroller.style.cssText = 'height:700px;overflow:auto';
  const list = document.createElement('div');
  list.setAttribute('role', 'grid');
  list.setAttribute('aria-label', 'People found');
  list.setAttribute('aria-rowcount', `${count + 1}`);
  list.style.cssText = `position:relative;height:${count * ROW_PX}px`;
  const rows = Array.from({ length: DRAWN }, () => {
    const row = document.createElement('div');
    row.setAttribute('role', 'row');
    row.tabIndex = -1;
    row.style.cssText = `position:absolute;left:0;right:0;height:${ROW_PX}px`;
    return row;
  });
  const draw = () => {
    const first = Math.min(Math.floor(scroller.scrollTop / ROW_PX), Math.max(0, count - DRAWN));
    rows.forEach((row, i) => {
      const at = first + i;
      row.dataset.row = `${at}`;
      row.style.transform = `translateY(${at * ROW_PX}px)`;
      row.textContent = `Person ${at}, ready from ${at % 28} May, ${at % 90} mi, ${at % 120} days`;
    });
  };
  scroller.addEventListener('scroll', draw);
  list.append(...rows);
  scroller.append(list);
  document.body.append(scroller);
  draw();
}
