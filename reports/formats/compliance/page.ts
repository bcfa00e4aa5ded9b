import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Beside } from '../../format.ts'
import type { Run } from '../../run.ts'
import { agesOf } from './ages.ts'
import { attention } from './attention.ts'
import { coverage } from './coverage.ts'
import { documents } from './documents.ts'
import { filters } from './filters.ts'
import { Html, html } from './html.ts'
import { labMap } from './lab-map.ts'
import { nightsPlot } from './nights.ts'
import { overview } from './overview.ts'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const STYLE = read('page.css')
const SCRIPT = read('filters.js')

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The whole page: one file that asks nobody for anything, and may not (its policy allows its own
 * script and style alone). It can be read without its script, and printed.
 */
export const compliancePage = (run: Run, beside: Beside = {}): string =>
  `<!doctype html>\n${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src ${hashOf(SCRIPT)}">
<title>${run.lab}: compliance</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#documents">Skip to the documents</a>
<main>
${overview(run, beside)}
${attention(run)}
${labMap(run)}
${nightsPlot(run, beside)}
${agesOf(run)}
${filters(run)}
${documents(run, beside)}
${coverage(run)}
</main>
<footer>Made by Plumbline of run.json, snapshot <code>${run.snapshotDigest}</code>.</footer>
<script>${new Html(SCRIPT)}</script>
</body>
</html>`.markup
  }\n`
