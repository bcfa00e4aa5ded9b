// In the page: hides what is not looked for. The page is whole without it.
const form = document.querySelector('form.filters')
const controls = [...document.querySelectorAll('details.control')].map((element) => ({
  element,
  text: `${element.id} ${element.querySelector('summary').textContent}`.toLowerCase(),
}))
const sentences = [...document.querySelectorAll('.statement')].map((element) => ({
  element,
  text: element.firstElementChild.textContent.toLowerCase(),
  controls: [...element.querySelectorAll('details.control')],
}))
const groups = [...document.querySelectorAll('.documents .heading, .documents .document')]

function filter() {
  const asked = new FormData(form)
  const words = asked.get('text').toLowerCase().split(/\s+/).filter(Boolean)
  const verdicts = asked.getAll('verdict')
  const has = (list, name) => !asked.get(name) || list.includes(` ${asked.get(name)} `)
  const isOpen =
    words.length + verdicts.length === 0 &&
    ['impact', 'subject', 'standard', 'kind'].every((name) => !asked.get(name))
  let count = 0
  for (const { element, text } of controls) {
    const { verdict, impact, kind, subjects, standards } = element.dataset
    const inSentence = element.closest('.statement').firstElementChild.textContent.toLowerCase()
    const isWanted =
      words.every((word) => text.includes(word) || inSentence.includes(word)) &&
      (verdicts.length === 0 || verdicts.includes(verdict)) &&
      (!asked.get('impact') || impact === asked.get('impact')) &&
      (!asked.get('kind') || kind === asked.get('kind')) &&
      has(subjects, 'subject') &&
      has(standards, 'standard')
    element.hidden = !isWanted
    if (isWanted) count++
  }
  for (const sentence of sentences)
    sentence.element.hidden = !isOpen && sentence.controls.every(({ hidden }) => hidden)
  for (const group of groups)
    group.hidden = [...group.querySelectorAll('.statement')].every(({ hidden }) => hidden)
  form.querySelector('output').textContent = `${count} of ${controls.length} controls`
}

/** A link to a control, or from outside, opens it, and shows it when it was filtered away. */
function open() {
  const found = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!found) return
  if (found.closest('[hidden]')) form.reset()
  if (found.matches('details')) found.open = true
  found.scrollIntoView()
}

form.addEventListener('input', filter)
form.addEventListener('submit', (event) => event.preventDefault())
form.addEventListener('reset', () => setTimeout(filter))
addEventListener('hashchange', open)
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target.matches('input, select')) return
  event.preventDefault()
  form.elements.text.focus()
})
addEventListener('beforeprint', () => {
  for (const { element } of controls)
    if (!['pass', 'not-applicable'].includes(element.dataset.verdict)) element.open = true
})
filter()
open()
