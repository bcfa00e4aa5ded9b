import { createHash } from 'node:crypto'

const hash = (algorithm: string, text: string): string =>
  createHash(algorithm).update(text).digest('hex')

/** Name of a result in `allure-results`: the same in every run, so that an address in the report stays good. */
export const uuidOf = (lab: string, id: string): string =>
  hash('sha256', `${lab}/${id}`).slice(0, 32)

/** What Allure makes of that name in its report. */
export const shownIdOf = (lab: string, id: string): string => hash('md5', uuidOf(lab, id))

/** What Allure knows a control of a lab by, from night to night: its case, and the parameters it was run with. */
export const historyIdOf = (lab: string, id: string): string =>
  `${hash('md5', id)}.${hash('md5', `lab:${lab}`)}`
