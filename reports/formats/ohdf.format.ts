import { createHash } from 'node:crypto'
import type { ExecJSON } from 'inspecjs'
import type { Judgement } from '../../harness/model/judgement.ts'
import type { Verdict } from '../../harness/model/verdict.ts'
import type { Format } from '../format.ts'
import type { Broken, Run, RunVerdict } from '../run.ts'
import { json } from './json.ts'
import { documentPath, linesOf } from './lines.ts'
import { askings, saying } from './saying.ts'
import { clean } from './text.ts'

type Control = ExecJSON.Control
type Profile = ExecJSON.Profile

/** InSpec's numbers for how bad it is. */
const IMPACT: Readonly<Record<Judgement['impact'], number>> = {
  critical: 0.9,
  high: 0.7,
  medium: 0.5,
  low: 0.3,
}

/**
 * What a control's one result is called. Heimdall makes *Not Reviewed* of what was skipped, *Not Applicable* of an
 * impact of nothing. A waived control has failed, and its waiver stands beside it, as InSpec has it of one that ran.
 */
const RESULT: Readonly<Record<Verdict, 'passed' | 'failed' | 'skipped'>> = {
  pass: 'passed',
  fail: 'failed',
  unverifiable: 'skipped',
  waived: 'failed',
  'not-applicable': 'skipped',
}

/** The OASIS Heimdall Data Format: what InSpec writes as JSON. */
export const format: Format = {
  file: 'ohdf.json',
  of: (run) => json(executionOf(run)),
}

function executionOf(run: Run): ExecJSON.Execution {
  const lines = linesOf(run)
  const profiles = run.profiles.map((name) => {
    const verdicts = run.verdicts.filter(({ profile }) => profile === name)
    const controls = verdicts.map((one) =>
      controlOf(one, run.takenAt, lines.get(`${name} ${one.statement}`)),
    )
    const title = run.documents?.find(({ profile }) => profile === name)?.title
    return profileOf(name, title ?? name, controls, groupsOf(verdicts))
  })
  const bugs = run.broken.map((broken, i) => bugOf(broken, i, run.takenAt))
  const count = (wanted: string) => ({
    total: run.verdicts.filter(({ verdict }) => RESULT[verdict] === wanted).length,
  })
  return {
    platform: { name: 'plumbline', release: run.target, target_id: run.lab },
    profiles: [
      ...profiles,
      ...(bugs.length > 0 ? [profileOf('a-bug-of-ours', 'A bug of ours', bugs, [])] : []),
    ],
    statistics: {
      duration: run.durationMs / 1000,
      controls: { passed: count('passed'), failed: count('failed'), skipped: count('skipped') },
    },
    version: run.schema,
  }
}

function profileOf(
  name: string,
  title: string,
  controls: readonly Control[],
  groups: Profile['groups'],
): Profile {
  const told = controls.map(({ id, title, impact }) => [id, title, impact])
  return {
    name,
    title: clean(title),
    version: '1.0.0',
    sha256: createHash('sha256').update(JSON.stringify(told)).digest('hex'),
    supports: [],
    attributes: [],
    status: 'loaded',
    groups,
    controls: [...controls],
  }
}

const groupsOf = (verdicts: readonly RunVerdict[]): Profile['groups'] =>
  [...Map.groupBy(verdicts, ({ section }) => section)].map(([id, members]) => ({
    id,
    title: clean(members[0]?.heading ?? id),
    controls: members.map((member) => member.id),
  }))

function controlOf(one: RunVerdict, takenAt: string, line: number | undefined): Control {
  const nist = one.standards.filter((standard) => /^[A-Z]{2}-\d/.test(standard))
  return {
    id: one.id,
    title: clean(one.title),
    desc: one.verdict === 'not-applicable' ? saying(one) : clean(one.text ?? one.title),
    descriptions: [
      { label: 'check', data: askings(one) },
      { label: 'fix', data: clean(one.remedy) },
    ],
    impact: one.verdict === 'not-applicable' ? 0 : IMPACT[one.impact],
    refs: [],
    tags: {
      ...(nist.length > 0 ? { nist } : {}),
      standards: one.standards,
      severity: one.impact,
      verdict: one.verdict,
      statement: one.statement,
      strength: one.strength,
      kind: one.kind,
      reality: one.reality ?? [],
    },
    code: one.spec ?? '',
    source_location: {
      ref: documentPath(one.profile),
      ...(line === undefined ? {} : { line }),
    },
    results: [resultOf(one, takenAt)],
    ...(one.waiver
      ? {
          waiver_data: {
            expiration_date: one.waiver.until,
            justification: clean(`${one.waiver.acceptedBy}: ${one.waiver.because}`),
            run: true,
            skipped_due_to_waiver: false,
            message: '',
          },
        }
      : {}),
  }
}

function resultOf(one: RunVerdict, takenAt: string): Control['results'][number] {
  const status = RESULT[one.verdict]
  return {
    status: status as ExecJSON.ControlResultStatus,
    code_desc: clean(one.title),
    start_time: takenAt,
    ...(status === 'skipped' ? { skip_message: saying(one) } : {}),
    ...(status === 'failed' ? { message: saying(one) } : {}),
  }
}

/** Heimdall shows it as a profile error. */
const bugOf = ({ spec, message }: Broken, i: number, takenAt: string): Control => ({
  id: `a-bug-of-ours/${i}`,
  title: clean(`a bug of ours: ${spec || 'the run itself'}`),
  desc: 'Nobody judged what this spec claims: no verdict of this run is proof of anything.',
  impact: IMPACT.critical,
  refs: [],
  tags: { verdict: 'bug', severity: 'critical' },
  source_location: spec === '' ? {} : { ref: spec },
  results: [
    {
      status: 'error' as ExecJSON.ControlResultStatus,
      code_desc: clean(spec || 'the run itself'),
      start_time: takenAt,
      exception: 'bug',
      message: clean(message),
      backtrace: [clean(message)],
    },
  ],
})
