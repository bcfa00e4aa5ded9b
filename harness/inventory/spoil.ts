import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BadInput } from '../model/bad-input.ts'
import { findLab } from './find.ts'
import { loadInventory } from './load.ts'

/** The reference lab's text, for tests to spoil. */
export const LAB = readFileSync(findLab('zero-trust'), 'utf8')

/** Writes files into a folder of their own for the time of `use`. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What loading these files complains about, without the folder in front; empty when it does not. */
export const problemsOf = (
  files: Readonly<Record<string, string | Uint8Array>>,
  now?: Date,
): Promise<readonly string[]> =>
  inFolder(files, async (folder) => {
    try {
      await loadInventory(join(folder, 'lab.yaml'), now)
      return []
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      return error.problems.map((line) => line.replace(`${folder}/`, ''))
    }
  })

/** A small lab that nothing is wrong with; every test spoils one place of it. */
export const SMALL = `lab: tiny
profiles: [zero-trust]
hosts:
  - name: pve
    role: hypervisor
    address: 192.168.1.5
    ssh: { port: 22, user: plumbline }
  - name: nas
    role: storage
    address: 192.168.1.6
    vmid: 100
    ssh: { port: 22, user: plumbline, jump: pve }
guests:
  - { vmid: 100, name: nas, type: qemu, autostart: true }
services: []
vantages:
  - name: lan
    from: local
    within: [192.168.1.0/24]
    positive: { address: 192.168.1.5, port: 22 }
    negative: { address: 192.168.1.6, port: 23 }
    tcpPorts: 1-1024
apis:
  proxmox: { url: 'https://192.168.1.5:8006', token: env:PVE_TOKEN }
parameters: {}
`

/** What loading the small lab complains about once `from` is replaced. */
export function spoilt(from: string, to: string): Promise<readonly string[]> {
  if (!SMALL.includes(from)) throw new Error(`the small lab has no "${from}"`)
  return problemsOf({ 'lab.yaml': SMALL.replace(from, to) })
}
