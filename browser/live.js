// Keeps an open page current: hears of changes that are made elsewhere, notices when the
// planner cannot be reached, and keeps what somebody is doing while a part of the page is
// drawn anew.
//
// In the browser's own tongue, as it is all about the browser's own things, and Web Locks are
// not in the program's stable bindings yet. It starts when the page has been taken over, so
// nobody's first visit waits for it.
//
// The program (app/src/state/live.rs) hears `planner:changed`, `planner:lost` and
// `planner:found`. It says `planner:unreachable` when a form did not get through, and
// `planner:redraw` right before a part of the page is replaced.

const root = document.documentElement;
const say = (name) => document.dispatchEvent(new Event(`planner:${name}`));

/** The page's own name: what it changes itself it need not hear of. */
const page = [...crypto.getRandomValues(new Uint32Array(3))].map((it) => it.toString(36)).join('-');
root.dataset.page = page;

// ---------------------------------------------------------------- changes made elsewhere

/** The least time between two times of reading again, in milliseconds. */
const PAUSE = 500;
/** How long until a stream that was refused is tried again. */
const AGAIN = 30_000;

/** Up to where the page knows of changes; the server named it when it rendered the page. */
let place = root.dataset.live;
let stream, release, waiting, due;
let told = 0;

/** Says that something was changed, soon, and not more often than it can be shown. */
function changed() {
  due ??= setTimeout(tell, Math.max(50, told + PAUSE - performance.now()));
}

function tell() {
  due = undefined;
  // A page that nobody sees, or that could not be read, waits until that is otherwise.
  if (document.hidden || 'lost' in root.dataset) return (due = 'stale');
  // Who signs out is on the way elsewhere; to read now would lead to signing in.
  if ('leaving' in root.dataset) return;
  if (isBusy() || !('hydrated' in root.dataset)) return (due = setTimeout(tell, 200));
  told = performance.now();
  delete root.dataset.kept;
  say('changed');
}

function hear(message) {
  place = message.place;
  if (message.by !== page) changed();
}

/** Browsers open six connections to a server at most, so of all pages that can be seen one
 * listens and passes on what it hears. */
const others = 'BroadcastChannel' in window ? new BroadcastChannel('planner') : undefined;
others?.addEventListener('message', ({ data }) => hear(data));

function attend() {
  if (document.hidden || waiting) return;
  waiting = new AbortController();
  if (!navigator.locks) return open();
  const mine = () => new Promise((done) => ((release = done), open()));
  navigator.locks.request('planner-live', { signal: waiting.signal }, mine).catch(() => {});
}

function rest() {
  stream?.close();
  release?.();
  waiting?.abort();
  stream = release = waiting = undefined;
}

function open() {
  stream?.close();
  stream = new EventSource(`/api/changes?after=${encodeURIComponent(place ?? '')}`);
  stream.addEventListener('ready', ({ lastEventId }) => (place = lastEventId));
  stream.addEventListener('change', ({ data, lastEventId }) => {
    const message = { place: lastEventId, by: JSON.parse(data).by };
    others?.postMessage(message);
    hear(message);
  });
  // The session has ended: reading again leads to signing in.
  stream.addEventListener('end', () => (stream.close(), changed()));
  stream.addEventListener('open', found);
  stream.addEventListener('error', () => {
    // While it is tried again by itself, it may only have been the end of a long answer.
    probe();
    if (stream?.readyState === EventSource.CLOSED) {
      changed();
      setTimeout(() => stream?.readyState === EventSource.CLOSED && open(), AGAIN);
    }
  });
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return rest();
  if (due === 'stale') tell();
  attend();
  // Who does not listen by now, because another page does or nothing can be heard, reads.
  setTimeout(() => stream || changed(), 300);
});
addEventListener('pagehide', rest);
addEventListener('pageshow', (event) => event.persisted && (attend(), changed()));

// ------------------------------------------------------------------------- the connection

/** How often it is looked whether the planner can be reached again, in milliseconds. */
const PROBE = 2_000;
let probing;

async function probe() {
  clearTimeout(probing);
  probing = undefined;
  try {
    await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(5_000) });
    found();
  } catch {
    lost();
  }
}

function lost() {
  probing ??= setTimeout(probe, PROBE);
  if ('lost' in root.dataset) return;
  root.dataset.lost = '';
  say('lost');
}

function found() {
  if (!('lost' in root.dataset)) return;
  delete root.dataset.lost;
  say('found');
  if (due === 'stale') tell();
  // A stream would try again only later; whoever has none reads.
  if (stream) open();
  else changed();
}

// Changes that wait are lost with their page, so the browser asks before it is left.
addEventListener('beforeunload', (event) => 'waiting' in root.dataset && event.preventDefault());
addEventListener('offline', lost);
addEventListener('online', probe);
document.addEventListener('planner:unreachable', () => {
  // What was not read is read when it can be.
  due ??= 'stale';
  lost();
});

// ------------------------------------------------------------- what somebody is just doing

let isPressed = false;
let isComposing = false;
const typed = new WeakSet();
const listen = (names, heard) => {
  for (const name of names) document.addEventListener(name, heard, { capture: true });
};
listen(['pointerdown'], () => (isPressed = true));
listen(['pointerup', 'pointercancel', 'dragend'], () => (isPressed = false));
listen(['compositionstart'], () => (isComposing = true));
listen(['compositionend'], () => (isComposing = false));
listen(['input'], ({ target }) => typed.add(target));
listen(['reset'], ({ target }) => [...target.elements].forEach((field) => typed.delete(field)));

/** Whether a hand or a writing system is in the middle of something. */
function isBusy() {
  return isPressed || isComposing || document.querySelector('html[data-hand], .ghost, [data-lifted]');
}

/** What an element is, told so that its successor answers to it. */
function name(element) {
  const form = element.form ?? element.closest('form');
  const key = form?.elements.namedItem('form_key')?.value ?? form?.dataset.form;
  const own = ['id', 'name', 'href', 'value', 'aria-label'].map((it) => element.getAttribute(it));
  // A field's value is what may differ.
  if ('defaultValue' in element && !isTicked(element)) own[3] = '';
  const text = 'value' in element && element.tagName !== 'BUTTON' ? '' : element.textContent.slice(0, 80);
  return JSON.stringify([element.tagName, key, own, text]);
}

const isTicked = ({ type }) => type === 'checkbox' || type === 'radio';

const FOCUSED = 'a[href], button, input, select, textarea, summary, [tabindex]';
const find = (selector, wanted) =>
  [...document.querySelectorAll(`#page ${selector.split(', ').join(', #page ')}`)].find((it) => name(it) === wanted);

function snapshot() {
  const inside = document.getElementById('page');
  const kept = [];
  if (!inside) return kept;
  /** Keeps `element`; `again` is done with its successor, if it has to have one, and `empty`
   * with itself. */
  const keep = (element, selector, again, empty) =>
    kept.push({ element, selector, name: name(element), again, empty });
  for (const field of inside.querySelectorAll('input, textarea, select')) {
    if (!typed.has(field) || field.type === 'hidden') continue;
    const { checked, value } = field;
    const write = (next) => {
      next.checked = checked;
      if (next.value !== value) next.value = value;
      next.dispatchEvent(new Event('input', { bubbles: true }));
    };
    keep(field, field.localName, write, (old) => {
      old.checked = old.defaultChecked;
      if ('defaultValue' in old && !isTicked(old)) old.value = old.defaultValue;
      typed.delete(old);
    });
  }
  for (const details of inside.querySelectorAll('details[open] > summary')) {
    keep(details, 'summary', (next) => (next.parentElement.open = true));
  }
  for (const element of inside.querySelectorAll('*')) {
    const { scrollTop, scrollLeft } = element;
    if (scrollTop || scrollLeft) {
      const place = [...inside.getElementsByClassName(element.className)].indexOf(element);
      const next = () => inside.getElementsByClassName(element.className)[place];
      kept.push({ element, next, again: (next) => next.scrollTo(scrollLeft, scrollTop) });
    }
  }
  const focused = document.activeElement;
  if (focused !== inside && inside.contains(focused)) {
    const { selectionStart, selectionEnd, selectionDirection } = focused;
    keep(focused, FOCUSED, (next) => {
      next.focus({ preventScroll: true });
      if (selectionStart != null) next.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
    });
  }
  return kept;
}

/** What is gone or stands for something else by now gives what it held to its successor. */
function restore(kept) {
  const moved = kept.filter((it) => !it.element.isConnected || (it.name && name(it.element) !== it.name));
  for (const { element, empty } of moved) if (element.isConnected) empty?.(element);
  for (const it of moved) {
    const next = it.next ? it.next() : find(it.selector, it.name);
    if (next) it.again(next);
    // Whatever it is called from here on, it is not looked for again.
    [it.element, it.name] = [next ?? root, undefined];
  }
}

document.addEventListener('planner:redraw', () => {
  const kept = snapshot();
  // The page is drawn within this very task, or at the latest before it is painted.
  queueMicrotask(() => restore(kept));
  requestAnimationFrame(() => restore(kept));
});

// --------------------------------------------------------- pages that were seen last (worker.js)

/** Which pages the service worker would show without a connection. */
let known = new Set();

/** Without a connection the program could only say that it cannot read the next page. */
listen(['click'], (event) => {
  const link = event.target.closest?.('a[href]');
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if ('lost' in root.dataset && isPlain && link && known.has(link.pathname) && !link.search) {
    event.preventDefault();
    event.stopImmediatePropagation();
    location.assign(link.href);
  }
});

async function look() {
  const pages = await self.caches?.open('pages');
  known = new Set((await pages?.keys())?.map(({ url }) => new URL(url).pathname));
}
document.addEventListener('planner:lost', () => look().catch(() => {}));

attend();
if (!navigator.onLine) lost();
// Opened as it was kept: what it is now is read as soon as that can be.
if ('kept' in root.dataset) changed();
// The line for whatever is on somebody's mind, as the installed program's menu leads to it.
const quick = () => {
  if (location.hash === '#quick') document.querySelector('form[data-form=quick-add] [name=message]')?.focus();
};
addEventListener('hashchange', quick);
quick();
navigator.serviceWorker?.register('/worker.js').catch(() => {});
