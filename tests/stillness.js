// Lets tests ask whether a page of Streamlit has anything left to do; runs before its own scripts.
(() => {
  const NEW_SESSION = 4, FINISHED = 6, EARLY = 2, RERUN = 11 // in Streamlit's messages
  const SOON = 250 // milliseconds: Streamlit puts off for less what typing and clicking lead to
  const timers = new Set()
  let moment = 0, asked = 0, begun = 0, ended = 0 // when the last of each was, counted in events
  let changed = true, framed = false, looks = 0, looker

  const number = (bytes, at) => {
    for (let value = 0, unit = 1; ; unit *= 128) {
      const byte = bytes[at++]
      value += (byte & 127) * unit
      if (byte < 128) return [value, at]
    }
  }

  // Gives the outermost fields of a message: the number of each, and its value or its length.
  const fields = function* (bytes) {
    for (let at = 0, tag, value; at < bytes.length;) {
      [tag, at] = number(bytes, at);
      [value, at] = number(bytes, at)
      if (tag % 8 === 2) at += value
      yield [tag >> 3, value]
    }
  }

  const heard = ({ data }) => {
    for (const [field, value] of fields(new Uint8Array(data))) {
      if (field === NEW_SESSION) begun = ++moment
      if (field === FINISHED && value !== EARLY && begun > asked) ended = ++moment
    }
  }

  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address)
      this.addEventListener('message', heard)
    }

    send(data) {
      for (const [field] of fields(new Uint8Array(data))) if (field === RERUN) asked = ++moment
      super.send(data)
    }
  }

  const { setTimeout: later, clearTimeout: never } = window
  window.setTimeout = (act, delay, ...rest) => {
    if (typeof act !== 'function' || !(delay > 0 && delay <= SOON)) return later(act, delay, ...rest)
    const timer = later(() => {
      timers.delete(timer)
      act(...rest)
    }, delay)
    timers.add(timer)
    return timer
  }
  window.clearTimeout = timer => {
    timers.delete(timer)
    never(timer)
  }

  new MutationObserver(() => { changed = true }).observe(document, {
    attributes: true, characterData: true, childList: true, subtree: true,
  })

  const isDone = () => {
    const app = document.querySelector('[data-testid=stApp]')
    return app && app.dataset.testScriptState === 'notRunning'
      && app.dataset.testConnectionState === 'CONNECTED'
      && document.querySelector('h1') && !document.querySelector('[data-testid=stSkeleton]')
      && asked && ended > asked && !timers.size
  }

  // Counts the looks in a row, of whoever looks, between which nothing happened but new frames.
  window.stillness = whose => {
    looks = whose === looker && isDone() && !changed && framed ? looks + 1 : 0
    looker = whose
    changed = framed = false
    requestAnimationFrame(() => { framed = true })
    return looks
  }
})()
