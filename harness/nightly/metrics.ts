import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { format, prometheusOfNight } from '../../reports/formats/prometheus.format.ts'
import { pastRuns } from '../../reports/history.ts'
import type { Night } from '../../reports/night.ts'
import type { Run } from '../../reports/run.ts'
import { writeWhole } from '../../reports/write-whole.ts'
import { localPath } from '../inventory/local-path.ts'
import type { NightLab } from './labs-known.ts'

/**
 * Writes `metrics.prom` beside the nights, and into the folder of node-exporter when there is one. On a
 * night that judged nothing the verdicts are those of the last that did: a failing control does not stop
 * to fail because nobody looked.
 */
export async function writeMetrics(
  night: Night,
  tonight: Run | undefined,
  state: string,
  lab: NightLab,
): Promise<void> {
  const run = tonight ?? (await pastRuns(state, night)).runs.at(-1)
  const text = (run ? format.of(run) : '') + prometheusOfNight(night)
  await writeWhole(join(state, night.lab, night.target, format.file), text)
  const { textfile } = lab.settings
  if (textfile) {
    const there = localPath(textfile, lab.folder)
    // Made here, it would be read by nobody.
    await access(there)
    await writeWhole(join(there, `plumbline_${night.lab}_${night.target}.prom`), text, 0o644)
  }
}
