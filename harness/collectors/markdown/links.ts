import { sectionsOf } from '../runbooks/section.ts'

/** A link from one tracked page to something else in the repository. */
export interface PageLink {
  /** As it is written. */
  readonly target: string
  /** Path in the repository; outside of it when it begins with `..`. */
  readonly path: string
  readonly anchor?: string
}

/** Relative links of a page; web addresses are not looked at. */
export function linksOf(page: string, at: string): readonly PageLink[] {
  const prose = page
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1/gm, '')
    .replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target))
    .map((target) => {
      const [file = '', anchor] = target.split('#')
      const path = file === '' ? at : resolved(at, decoded(file))
      return { target, path, ...(anchor === undefined ? {} : { anchor }) }
    })
}

const decoded = (file: string): string => {
  try {
    return decodeURIComponent(file)
  } catch {
    return file
  }
}

/** Anchors of a page's headings, as GitHub makes them; equal ones are numbered. */
export function anchorsOf(page: string): readonly string[] {
  const seen = new Map<string, number>()
  return sectionsOf(page).map(({ title }) => {
    const slug = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-')
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    return before === 0 ? slug : `${slug}-${before}`
  })
}

/** Where a relative path leads from a page; what leaves the repository keeps its `..`. */
function resolved(from: string, to: string): string {
  const way: string[] = []
  for (const step of [...from.split('/').slice(0, -1), ...to.split('/')]) {
    if (step === '..' && way.length > 0 && way.at(-1) !== '..') way.pop()
    else if (step !== '.') way.push(step)
  }
  return way.join('/')
}
