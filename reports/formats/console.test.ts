import { expect, test } from 'vitest'
import { FAILS, judgement, PASSES, sampleProof, sampleRun, WAIVED } from '../testdata/sample.ts'
import { type ConsoleOptions, consoleReport, proofReport } from './console.ts'

const plain: ConsoleOptions = { columns: 80, color: false, verbose: false, quiet: false }
const files = ['reports/out/zero-trust/run.json', 'reports/out/zero-trust/snapshot.json']

test('a run tells what fails and what could not be told first, and what to do', () => {
  expect(consoleReport(sampleRun(), { ...plain, files })).toMatchInlineSnapshot(`
    "zero-trust on embedded
    collected  2026-11-21 01:38:52 UTC, in 2.1 s
    evidence   2 answers: 1 real, 1 recorded
    profiles   zero-trust

                   fail    unverifiable    waived    pass    n/a
    critical          1               ·         ·       ·      ·
    high              ·               1         ·       1      ·
    medium            ·               ·         1       ·      ·
    low               ·               ·         ·       ·      1
    all               1               1         1       1      1

    ✗ critical  Only media workloads answer on the LAN
        id        zero-trust/lan-sees-media-only
        document  ZT-27, Security Model (Zero Trust): On the LAN nothing but media
                  workloads answers.
        asked     scan from lan: tcp 1-65535 of 12 addresses (real)
        seen      something answers although it is no media workload: 7 of 9
                  {"address":"192.168.0.101","port":8443,"protocol":"tcp"}
                  {"address":"192.168.0.101","port":9000,"protocol":"tcp"}
                  {"address":"192.168.0.101","port":9001,"protocol":"tcp"}
                  {"address":"192.168.0.101","port":9002,"protocol":"tcp"}
                  {"address":"192.168.0.101","port":9003,"protocol":"tcp"}
                  … and 2 more, see run.json
        do        Bind the service to tailscale0, or drop its port on the LAN
                  interface.

    ? high      The compute VM can read the media but not change it
        id        zero-trust/read-only-media
        document  ZT-12, Compute Layer – VM100: The compute VM mounts the media
                  share read-only.
        asked     vm100: findmnt --json --list (recorded)
        missing   mounts@vm100 is unknown: vm100: exit 127: findmnt: not found
        do        Add \`ro\` to the media line in /etc/fstab on vm100, then \`mount -o
                  remount,ro /mnt/media\`.

    ~ medium    The Proxmox UI does not answer on the LAN
        id        zero-trust/proxmox-ui-off-lan
        seen      it answers: 1 of 1
                  {"port":8006}
        until     2027-03-31, accepted by operator
        because   The Proxmox UI stays on the LAN until the management VLAN exists.

    coverage   120 statements: 100 judged, 18 narrative, 2 unclaimed (ZT-3, ZT-9)
    written    reports/out/zero-trust/: run.json, snapshot.json

    exit 2  1 control fails, 1 could not be verified, 1 waived
    "
  `)
})

test('what was written is told in short, and a page with its whole path', () => {
  const names = ['run.json', 'snapshot.json', 'compliance.md', 'ctrf.json', 'allure/index.html']
  const told = consoleReport(sampleRun(), {
    ...plain,
    files: names.map((name) => `reports/out/zero-trust/${name}`),
  })

  expect(told).toContain(
    [
      'written    reports/out/zero-trust/: run.json, snapshot.json, compliance.md,',
      '           ctrf.json, allure/index.html',
      'read       reports/out/zero-trust/allure/index.html',
    ].join('\n'),
  )
})

test('verbose adds what is not applicable and what passes', () => {
  const run = sampleRun([WAIVED, PASSES])
  expect(consoleReport(run, { ...plain, verbose: true })).toMatchInlineSnapshot(`
    "zero-trust on embedded
    collected  2026-11-21 01:38:52 UTC, in 2.1 s
    evidence   1 answer: 1 recorded
    profiles   zero-trust

                   fail    unverifiable    waived    pass    n/a
    high              ·               ·         ·       1      ·
    medium            ·               ·         1       ·      ·
    all               ·               ·         1       1      ·

    ~ medium    The Proxmox UI does not answer on the LAN
        id        zero-trust/proxmox-ui-off-lan
        seen      it answers: 1 of 1
                  {"port":8006}
        until     2027-03-31, accepted by operator
        because   The Proxmox UI stays on the LAN until the management VLAN exists.

    ✓ high      The compute VM can read the media but not change it
                zero-trust/media-share-is-mounted

    coverage   120 statements: 100 judged, 18 narrative, 2 unclaimed (ZT-3, ZT-9)

    exit 0  1 control passes, 1 waived
    "
  `)
})

test('quiet is one line per finding and the exit', () => {
  expect(consoleReport(sampleRun(), { ...plain, quiet: true })).toMatchInlineSnapshot(`
    "✗ critical  Only media workloads answer on the LAN
                zero-trust/lan-sees-media-only
    ? high      The compute VM can read the media but not change it
                zero-trust/read-only-media
    zero-trust: exit 2  1 control fails, 1 could not be verified, 1 waived
    "
  `)
})

test('a bug of ours comes before every verdict', () => {
  const broken = [{ spec: 'specs/zero-trust/x/y.spec.ts', message: 'y: x is not a function' }]
  const run = sampleRun([PASSES], { broken })
  expect(consoleReport(run, plain)).toMatchInlineSnapshot(`
    "zero-trust on embedded
    collected  2026-11-21 01:38:52 UTC, in 2.1 s
    evidence   1 answer: 1 recorded
    profiles   zero-trust

                   fail    unverifiable    waived    pass    n/a
    high              ·               ·         ·       1      ·
    all               ·               ·         ·       1      ·

    ! a bug of ours
        spec      specs/zero-trust/x/y.spec.ts
        said      y: x is not a function

    coverage   120 statements: 100 judged, 18 narrative, 2 unclaimed (ZT-3, ZT-9)

    exit 3  1 bug of ours: this run is no proof of anything
    "
  `)
})

test('a run that judged nothing says so', () => {
  const text = consoleReport(sampleRun([]), plain)
  expect(text).toContain('no answer was read')
  expect(text.trimEnd().split('\n').at(-1)).toBe('exit 3  nothing was judged')
})

test('a proof tells what was not noticed, and what nobody has seen fail here', () => {
  expect(proofReport(sampleProof, { ...plain, verbose: true })).toMatchInlineSnapshot(`
    "zero-trust on embedded: proof of detection
    controls   1/5 proven, 1 missed, 1 collateral, 0 broken, 2 unproven here
    faults     3 injected
    blinds     1/2 hid exactly what relied on them

    ✗ missed      zero-trust/lan-sees-media-only
        fault     Vaultwarden is published on the LAN
        silent    zero-trust/lan-sees-media-only
        do        Make the control look at what the fault changes: as it is, it
                  cannot fail.

    ✗ collateral  zero-trust/media-share-is-mounted
        fault     the media mount was made by hand
        also      zero-trust/mounts-survive-reboot
        hidden    zero-trust/fstab-is-complete
        do        Narrow the fault, or declare the others as alsoBreaks or alsoHides
                  and say why.

    ✗ missed      blind: the LAN probe has no link
        hidden    0 controls
        wrong     zero-trust/lan-sees-media-only
        do        A control that stays sure without its sensor has judged by
                  something else: make it read the fact, and the fact unknown.

    ✓ proven  zero-trust/read-only-media: the media share is writable again
    ✓ proven  blind: findmnt is not installed on vm100

    unproven here: this target has no hands that can make its fault
        zero-trust/mounts-survive-reboot
    unproven here: nobody has written a fault for it
        zero-trust/fstab-is-complete

    exit 2  3 of 5 were not noticed as they should be
    "
  `)
})

test('a proof that injected nothing is no proof', () => {
  const nothing = { ...sampleProof, faults: [], blinds: [] }
  expect(proofReport(nothing, plain)).toContain('exit 3  nothing was injected')
})

test('no line is wider than the terminal', () => {
  const long = judgement({
    ...FAILS,
    title: `${'A long claim about many workloads '.repeat(5)}${'x'.repeat(200)}`,
    remedy: 'Do this, then that. '.repeat(20),
  })
  for (const columns of [60, 80, 100])
    for (const verbose of [true, false])
      for (const line of consoleReport(sampleRun([long, ...sampleRun().verdicts.slice(1)]), {
        ...plain,
        columns,
        verbose,
      }).split('\n'))
        expect(line.length).toBeLessThanOrEqual(columns)
})

test('what a terminal would obey is made visible', () => {
  const hostile = judgement({
    ...FAILS,
    because: 'named \u001b[2Jx\u0007\r\u202e',
    offenders: ['\u001b]0;owned\u0007\u009b'],
    offendersTotal: 1,
  })
  const text = consoleReport(sampleRun([hostile]), plain)
  expect(text).toContain('named \\u001b[2Jx\\u0007\\u000d\\u202e')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
})

test('without colour nothing but text is written, with colour the text is the same', () => {
  const text = consoleReport(sampleRun(), plain)
  const coloured = consoleReport(sampleRun(), { ...plain, color: true })
  expect(coloured).not.toBe(text)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are taken off
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(text)
})
