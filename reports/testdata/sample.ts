import type { Evidence } from '../../harness/model/fact.ts'
import type { Judgement } from '../../harness/model/judgement.ts'
import { runOf, type Words } from '../make-run.ts'
import type { Proof } from '../proof.ts'
import type { Run } from '../run.ts'

const evidence = (source: string, ask: string, reality: Evidence['reality']): Evidence => ({
  source,
  ask,
  takenAt: '2026-11-21T01:38:54.120Z',
  tookMs: 41,
  digest: 'a'.repeat(64),
  reality,
})

const mounts = evidence('vm100', 'findmnt --json --list', 'recorded')
const scan = evidence('scan from lan', 'tcp 1-65535 of 12 addresses', 'real')

/** A control that passes, unless told otherwise. */
export const judgement = (about: Partial<Judgement> & { readonly id: string }): Judgement => ({
  profile: 'zero-trust',
  section: 'compute-layer-vm100',
  spec: `specs/zero-trust/${about.section ?? 'compute-layer-vm100'}/${about.id.split('/')[1]}.spec.ts`,
  statement: 'ZT-12',
  title: 'The compute VM can read the media but not change it',
  impact: 'high',
  strength: 'must',
  kind: 'storage',
  standards: ['AC-6', 'CIS-3.3'],
  verdict: 'pass',
  because: '',
  offenders: [],
  offendersTotal: 0,
  reads: ['mounts@vm100'],
  evidence: [mounts],
  guards: ['fresh'],
  remedy:
    'Add `ro` to the media line in /etc/fstab on vm100, then `mount -o remount,ro /mnt/media`.',
  ...about,
})

const ports = [8443, 9000, 9001, 9002, 9003, 9004, 9005].map((port) => ({
  address: '192.168.0.101',
  port,
  protocol: 'tcp',
}))

export const FAILS = judgement({
  id: 'zero-trust/lan-sees-media-only',
  section: 'security-model-zero-trust',
  statement: 'ZT-27',
  title: 'Only media workloads answer on the LAN',
  impact: 'critical',
  kind: 'exposure',
  standards: ['SC-7'],
  verdict: 'fail',
  because: 'something answers although it is no media workload: 7 of 9',
  offenders: ports,
  offendersTotal: 7,
  reads: ['openPorts@lan'],
  evidence: [scan],
  guards: [],
  remedy: 'Bind the service to tailscale0, or drop its port on the LAN interface.',
})

export const UNVERIFIABLE = judgement({
  id: 'zero-trust/read-only-media',
  verdict: 'unverifiable',
  because: 'mounts@vm100 is unknown: vm100: exit 127: findmnt: not found',
})

export const WAIVED = judgement({
  id: 'zero-trust/proxmox-ui-off-lan',
  title: 'The Proxmox UI does not answer on the LAN',
  impact: 'medium',
  verdict: 'waived',
  because: 'it answers: 1 of 1',
  offenders: [{ port: 8006 }],
  offendersTotal: 1,
  waiver: {
    control: 'zero-trust/proxmox-ui-off-lan',
    offender: { port: 8006 },
    because: 'The Proxmox UI stays on the LAN until the management VLAN exists.',
    until: '2027-03-31',
    acceptedBy: 'operator',
  },
})

export const NOT_APPLICABLE = judgement({
  id: 'zero-trust/gpu-is-passed',
  title: 'The GPU is passed to the compute VM alone',
  impact: 'low',
  verdict: 'not-applicable',
  because: 'the inventory declares "gpu" absent: this lab has no GPU',
  reads: [],
  evidence: [],
})

export const PASSES = judgement({ id: 'zero-trust/media-share-is-mounted' })

export const words: Words = (_profile, statement) =>
  statement === 'ZT-27'
    ? {
        heading: 'Security Model (Zero Trust)',
        text: 'On the LAN nothing but media workloads answers.',
      }
    : {
        heading: 'Compute Layer – VM100',
        text: 'The compute VM mounts the media share read-only.',
      }

const documents: Run['documents'] = [
  {
    profile: 'zero-trust',
    title: 'Homelab Platform Architecture',
    sections: [
      {
        heading: 'Compute Layer – VM100',
        slug: 'compute-layer-vm100',
        path: ['Architecture Overview', 'Compute Layer – VM100'],
        statements: [
          {
            id: 'ZT-11',
            text: 'The compute layer is VM100.',
            line: 60,
            narrative: 'An introduction.',
          },
          { id: 'ZT-12', text: 'The compute VM mounts the media share read-only.', line: 61 },
        ],
      },
      {
        heading: 'Security Model (Zero Trust)',
        slug: 'security-model-zero-trust',
        path: ['Security Model (Zero Trust)'],
        statements: [
          { id: 'ZT-27', text: 'On the LAN nothing but media workloads answers.', line: 88 },
        ],
      },
    ],
  },
]

/** A run with these verdicts; one of each kind when none are given. */
export const sampleRun = (
  verdicts: readonly Judgement[] = [FAILS, UNVERIFIABLE, WAIVED, NOT_APPLICABLE, PASSES],
  about: Partial<Pick<Run, 'broken' | 'waivers' | 'only'>> = {},
): Run =>
  runOf(
    {
      startedAt: '2026-11-21T01:38:52.000Z',
      durationMs: 2140,
      takenAt: '2026-11-21T01:38:54.140Z',
      target: 'embedded',
      lab: 'zero-trust',
      profiles: ['zero-trust'],
      inventoryDigest: 'b'.repeat(64),
      snapshotDigest: 'c'.repeat(64),
      coverage: { statements: 120, claimed: 100, narrative: 18, unclaimed: ['ZT-3', 'ZT-9'] },
      waivers: { unused: [] },
      documents,
      broken: [],
      verdicts,
      ...about,
    },
    words,
  )

export const sampleProof: Proof = {
  schema: 'plumbline/proof/1',
  target: 'embedded',
  lab: 'zero-trust',
  faults: [
    {
      control: 'zero-trust/read-only-media',
      fault: 'the media share is writable again',
      outcome: 'proven',
      expected: ['zero-trust/read-only-media'],
      failed: ['zero-trust/read-only-media'],
      hidden: [],
      ms: 31,
    },
    {
      control: 'zero-trust/lan-sees-media-only',
      fault: 'Vaultwarden is published on the LAN',
      outcome: 'missed',
      expected: ['zero-trust/lan-sees-media-only'],
      failed: [],
      hidden: [],
      ms: 28,
    },
    {
      control: 'zero-trust/media-share-is-mounted',
      fault: 'the media mount was made by hand',
      outcome: 'collateral',
      expected: ['zero-trust/media-share-is-mounted'],
      failed: ['zero-trust/media-share-is-mounted', 'zero-trust/mounts-survive-reboot'],
      hidden: ['zero-trust/fstab-is-complete'],
      ms: 30,
    },
  ],
  unread: ['a tool is not installed: change what router answers about services'],
  blinds: [
    {
      blind: 'findmnt is not installed on vm100',
      outcome: 'proven',
      unverifiable: ['zero-trust/read-only-media'],
      wrong: [],
      ms: 25,
    },
    {
      blind: 'the LAN probe has no link',
      outcome: 'missed',
      unverifiable: [],
      wrong: ['zero-trust/lan-sees-media-only'],
      ms: 26,
    },
  ],
  summary: {
    controls: 5,
    proven: 1,
    missed: 1,
    collateral: 1,
    broken: 0,
    unprovenHere: [
      {
        control: 'zero-trust/mounts-survive-reboot',
        because: 'this target has no hands that can make its fault',
      },
      {
        control: 'zero-trust/fstab-is-complete',
        because: 'nobody has written a fault for it',
      },
    ],
  },
}
