// Shows a page anew when something that it is about has moved; without a stream the page stays as it was loaded.
const stream = new EventSource("/requests/events");
let showing = false;
let again = false;

// what it is about may be others with each show; a page that names nothing is about everything
function isAbout(moved) {
  const about = document.querySelector("main").dataset.about;
  return !about || about.split(" ").includes(moved);
}

async function showAnew() {
  again = true;
  if (showing) {
    return;
  }
  showing = true;
  try {
    while (again) {
      again = false;
      await show();
    }
  } finally {
    showing = false;
  }
}

async function show() {
  const page = await fetch(location.href, { headers: { Accept: "text/html" }, redirect: "manual" });
  if (page.type === "opaqueredirect") {
    // to the sign-in, whose other site no script may follow to
    location.reload();
  } else if (page.ok) {
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    merge(document.querySelector("main"), fresh.querySelector("main"));
    document.title = fresh.title;
  }
}

// Only what differs is touched: whoever is just clicking, selecting or walking the page by keyboard keeps hold of the rest.
function merge(shown, fresh) {
  if (shown.isEqualNode(fresh)) {
    return;
  }
  if (shown.nodeType !== Node.ELEMENT_NODE || !isStillThis(shown, fresh)) {
    shown.replaceWith(fresh);
    return;
  }
  shown.getAttributeNames().filter((name) => !fresh.hasAttribute(name)).forEach((name) => shown.removeAttribute(name));
  fresh.getAttributeNames().forEach((name) => shown.setAttribute(name, fresh.getAttribute(name)));
  const there = [...shown.childNodes];
  const wanted = [...fresh.childNodes];
  wanted.forEach((child, at) => (at < there.length ? merge(there[at], child) : shown.append(child)));
  there.slice(wanted.length).forEach((child) => child.remove());
}

// a link that would lead elsewhere is another one, lest a click goes where nobody pointed
function isStillThis(shown, fresh) {
  return shown.nodeName === fresh.nodeName && shown.id === fresh.id && shown.href === fresh.href;
}

// what moved between the loading of the page and the opening of the stream was told to nobody
stream.addEventListener("open", showAnew);
stream.addEventListener("moved", (event) => {
  if (isAbout(event.data)) {
    showAnew();
  }
});
