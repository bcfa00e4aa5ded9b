import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { Run } from '../run.ts'
import { brokenRun, hostileRun } from '../testdata/hostile.ts'
import {
  FAILS,
  NOT_APPLICABLE,
  PASSES,
  sampleRun,
  UNVERIFIABLE,
  WAIVED,
} from '../testdata/sample.ts'
import { format } from './junit.format.ts'

const schema = await readFile(new URL('../testdata/junit-ant.xsd', import.meta.url), 'utf8')

const problemsOf = async (run: Run) =>
  (await validateXML({ xml: format.of(run), schema })).errors.map(({ message }) => message)

const count = (xml: string, pattern: RegExp): number => [...xml.matchAll(pattern)].length

test('a section is a suite, and an unverifiable control an error', () => {
  expect(format.of(sampleRun())).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
    <testsuite name="zero-trust.compute-layer-vm100" package="zero-trust" id="0" timestamp="2026-11-21T01:38:54" hostname="embedded" tests="4" failures="0" errors="1" skipped="2" time="0">
    <properties>
    <property name="lab" value="zero-trust"/>
    <property name="target" value="embedded"/>
    <property name="snapshot" value="cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"/>
    </properties>
    <testcase name="The GPU is passed to the compute VM alone (ZT-12)" classname="zero-trust.gpu-is-passed" time="0"><skipped type="not-applicable" message="the inventory declares &quot;gpu&quot; absent: this lab has no GPU">not-applicable: the inventory declares "gpu" absent: this lab has no GPU

    do: Add \`ro\` to the media line in /etc/fstab on vm100, then \`mount -o remount,ro /mnt/media\`.

    asked:
    nobody was asked</skipped></testcase>
    <testcase name="The compute VM can read the media but not change it (ZT-12)" classname="zero-trust.media-share-is-mounted" time="0"/>
    <testcase name="The Proxmox UI does not answer on the LAN (ZT-12)" classname="zero-trust.proxmox-ui-off-lan" time="0"><skipped type="waived" message="it answers: 1 of 1">waived: it answers: 1 of 1
    {"port":8006}
    accepted by operator until 2027-03-31: The Proxmox UI stays on the LAN until the management VLAN exists.

    do: Add \`ro\` to the media line in /etc/fstab on vm100, then \`mount -o remount,ro /mnt/media\`.

    asked:
    vm100: findmnt --json --list (recorded, 2026-11-21T01:38:54.120Z)</skipped></testcase>
    <testcase name="The compute VM can read the media but not change it (ZT-12)" classname="zero-trust.read-only-media" time="0"><error type="unverifiable" message="mounts@vm100 is unknown: vm100: exit 127: findmnt: not found">unverifiable: mounts@vm100 is unknown: vm100: exit 127: findmnt: not found

    do: Add \`ro\` to the media line in /etc/fstab on vm100, then \`mount -o remount,ro /mnt/media\`.

    asked:
    vm100: findmnt --json --list (recorded, 2026-11-21T01:38:54.120Z)</error></testcase>
    <system-out></system-out>
    <system-err></system-err>
    </testsuite>
    <testsuite name="zero-trust.security-model-zero-trust" package="zero-trust" id="1" timestamp="2026-11-21T01:38:54" hostname="embedded" tests="1" failures="1" errors="0" skipped="0" time="0">
    <properties>
    <property name="lab" value="zero-trust"/>
    <property name="target" value="embedded"/>
    <property name="snapshot" value="cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"/>
    </properties>
    <testcase name="Only media workloads answer on the LAN (ZT-27)" classname="zero-trust.lan-sees-media-only" time="0"><failure type="fail" message="something answers although it is no media workload: 7 of 9">fail: something answers although it is no media workload: 7 of 9
    {"address":"192.168.0.101","port":8443,"protocol":"tcp"}
    {"address":"192.168.0.101","port":9000,"protocol":"tcp"}
    {"address":"192.168.0.101","port":9001,"protocol":"tcp"}
    {"address":"192.168.0.101","port":9002,"protocol":"tcp"}
    {"address":"192.168.0.101","port":9003,"protocol":"tcp"}
    {"address":"192.168.0.101","port":9004,"protocol":"tcp"}
    {"address":"192.168.0.101","port":9005,"protocol":"tcp"}

    do: Bind the service to tailscale0, or drop its port on the LAN interface.

    asked:
    scan from lan: tcp 1-65535 of 12 addresses (real, 2026-11-21T01:38:54.120Z)</failure></testcase>
    <system-out></system-out>
    <system-err></system-err>
    </testsuite>
    </testsuites>
    "
  `)
})

test('it is valid whatever the lab says', async () => {
  expect(await problemsOf(sampleRun())).toEqual([])
  expect(await problemsOf(hostileRun())).toEqual([])
  expect(await problemsOf(brokenRun())).toEqual([])
  expect(await problemsOf(sampleRun([]))).toEqual([])
})

test('no word of a message changes what is counted', () => {
  const run = hostileRun()
  const xml = format.of(run)
  const { fail, unverifiable, waived, notApplicable } = run.summary

  expect(count(xml, /<testcase /g)).toBe(run.verdicts.length)
  expect(count(xml, /<failure type="fail"/g)).toBe(fail)
  expect(count(xml, /<error type="unverifiable"/g)).toBe(unverifiable)
  expect(count(xml, /<skipped type="waived"/g)).toBe(waived)
  expect(count(xml, /<skipped type="not-applicable"/g)).toBe(notApplicable)
})

test('a bug of ours is an error of its own suite', () => {
  expect(format.of(brokenRun())).toContain('<testsuite name="a bug of ours"')
  expect(format.of(brokenRun())).toContain('<error type="bug" message="x is not a function')
})

test('each verdict has one element and no other', () => {
  const elementOf = (one: typeof FAILS) =>
    /<testcase[^>]*>(?:<(\w+))?/.exec(format.of(sampleRun([one])))?.[1]

  expect([FAILS, UNVERIFIABLE, WAIVED, NOT_APPLICABLE].map(elementOf)).toEqual([
    ...['failure', 'error', 'skipped', 'skipped'],
  ])
  expect(format.of(sampleRun([PASSES]))).toMatch(/<testcase [^>]*\/>/)
})
