import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { codeOf, sectionsOf } from './runbooks/section.ts'

/** The architecture page and the overview beside it. */
export interface StructuralPage {
  readonly path: string
  /** Where its link to the overview leads, from the root of the repository; absent without a link. */
  readonly overviewLink?: string
  /** Pages of the repository that it includes or continues in, itself among them. */
  readonly parts: readonly PagePart[]
  /** The overview; absent when it is not tracked. */
  readonly overview?: {
    readonly path: string
    readonly bytes: number
    /** What follows “Version:”. */
    readonly version?: string
    /** Whether it has a section about scope with text in it. */
    readonly hasScope: boolean
  }
}

/** A page, and what in it reads like a procedure. */
export interface PagePart {
  readonly path: string
  /** Languages of its fenced blocks. */
  readonly languages: readonly string[]
  /** Lines that look like something to type, fenced, indented or not. */
  readonly typed: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    structuralPage: StructuralPage
  }
}

/** Default of `p.docs.architecture`. */
const PAGE = 'docs/01-architecture.md'
const OVERVIEW = '00-overview.md'
const TYPED =
  /^\s*(?:\$\s+\S|\w+@\w+[^ ]*[$#]\s|(?:sudo\s+)?(?:apt(?:-get)?|dnf|yum|pacman|apk|brew|pip3?|npm|snap|docker(?:\s+compose)?|systemctl|pct|qm|pveum|pvesm|vzdump|zfs|zpool|mkdir|chmod|chown|kubectl|helm|tofu|terraform|ansible-playbook|nft|iptables|ssh|scp|curl|wget|git)\s+(?:-{1,2}\w|[a-z]))/

/** @source the page `p.docs.architecture` and what it includes, as tracked at HEAD */
export const structuralPage = documentCollector('structuralPage', {
  read: async (documents, { decisions, parameters }): Promise<StructuralPage> => {
    if (!decisions) throw new Unseen('not asked', 'nobody says where architecture is decided')
    const path = String(parameters['p.docs.architecture'] ?? PAGE)
    const tracked = await documents.list()
    const page = await documents.read(path)
    const folder = path.split('/').slice(0, -1)
    const beside = [...folder, OVERVIEW].join('/')
    const links = linksIn(page).map((link) => resolved(folder, link))
    const parts: PagePart[] = [partOf(path, page)]
    // A part may have parts.
    const open = partsIn(page).map((link) => resolved(folder, link))
    for (const part of open) {
      if (parts.some((it) => it.path === part)) continue
      if (!tracked.includes(part))
        throw new Unseen('not understood', `${path} goes on in ${part}, which is not tracked`)
      const text = await documents.read(part)
      parts.push(partOf(part, text))
      open.push(...partsIn(text).map((link) => resolved(part.split('/').slice(0, -1), link)))
    }
    const overviewLink = links.find((link) => link.endsWith(OVERVIEW))
    return {
      path,
      ...(overviewLink === undefined ? {} : { overviewLink }),
      parts,
      ...(tracked.includes(beside)
        ? { overview: overviewOf(beside, await documents.read(beside)) }
        : {}),
    }
  },
})

const linksIn = (page: string): readonly string[] =>
  [...page.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target)

/** Whatever is included is a part of the page; what is linked, when its name says so. */
const partsIn = (page: string): readonly string[] => [
  ...linksIn(page).filter((link) => link.endsWith('.part.md')),
  ...[...page.matchAll(/^\s*(?:!include|--8<--)\s+"?([^"\s]+)"?/gm)].map(
    ([, target = '']) => target,
  ),
]

function resolved(folder: readonly string[], link: string): string {
  const parts = [...folder]
  for (const step of link.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.' && step !== '') parts.push(step)
  }
  return parts.join('/')
}

const partOf = (path: string, page: string): PagePart => ({
  path,
  languages: codeOf(page).map(({ info }) => info.split(/\s+/)[0] ?? ''),
  typed: page.split('\n').filter((line) => TYPED.test(line) && !/^#{1,6}\s/.test(line)),
})

const overviewOf = (path: string, page: string) => {
  const [, version] = /^\W*version\W*:\W*([^\s*_]+)/im.exec(page) ?? []
  return {
    path,
    bytes: new TextEncoder().encode(page).length,
    ...(version ? { version } : {}),
    hasScope: sectionsOf(page).some(
      ({ title, body }) => /\bscope\b/i.test(title) && body.trim() !== '',
    ),
  }
}
