import type { Format } from '../format.ts'
import { compliancePage } from './compliance/page.ts'

/** The page that people read: the document with its verdicts. */
export const format: Format = { file: 'compliance.html', of: compliancePage }
