import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { packerTemplates } from './packer-templates.ts'
import { inventory } from './text/stage.ts'
import { tofuCode } from './tofu-code.ts'

const lab: Inventory = {
  ...inventory,
  tofu: { host: 'ops', repository: '/srv/homelab', roots: ['vms/db'] },
}
const documents = (files: Readonly<Record<string, string>>) => ({
  list: async () => Object.keys(files).sort(),
  read: async (path: string) => files[path] ?? '',
})
const read = (files: Readonly<Record<string, string>>) => tofuCode.read(documents(files), lab)

test('a folder is read with all of its files, and its lock', async () => {
  const [folder] = await read({
    'vms/db/main.tf': `terraform {
  backend "s3" { encrypt = true }
  required_providers { proxmox = { source = "bpg/proxmox", version = "0.86.0" } }
  encryption {
    method "aes_gcm" "m" { keys = key_provider.pbkdf2.k }
    state { method = method.aes_gcm.m
      enforced = true }
  }
}
module "db" { source = "../../modules/server" }`,
    'vms/db/outputs.tf': 'output "ip" { value = module.db.ip }\noutput "pw" { value = "hunter2" }',
    'vms/db/.terraform.lock.hcl':
      'provider "registry.opentofu.org/bpg/proxmox" {\n  version = "0.86.0"\n  hashes = ["h1:a", "zh:b"]\n}',
  })

  expect(folder).toMatchObject({
    folder: 'vms/db',
    backend: { type: 's3', isEncrypted: true },
    stateEncryption: { method: 'aes_gcm', isEnforced: true, hasFallback: false },
    providers: [{ name: 'proxmox', source: 'bpg/proxmox', version: '0.86.0' }],
    modules: [{ name: 'db', source: '../../modules/server' }],
    outputs: [
      { name: 'ip', value: 'module.db.ip', isSensitive: false },
      { name: 'pw', value: 'a literal', isSensitive: false },
    ],
    locked: [{ address: 'registry.opentofu.org/bpg/proxmox', version: '0.86.0', hashes: 2 }],
  })
  expect(JSON.stringify(folder)).not.toContain('hunter2')
})

test('code without a backend has none, and two of them are not understood', async () => {
  expect((await read({ 'a/main.tf': '' }))[0]).not.toHaveProperty('backend')
  const two = 'terraform {\n  backend "s3" {\n  }\n  cloud {\n  }\n}'
  await expect(read({ 'a/main.tf': two })).rejects.toThrow('two backends')
})

test('code that is JSON, and code without an inventory, are not read', async () => {
  await expect(read({ 'a/main.tf.json': '{}' })).rejects.toThrow('JSON')
  await expect(tofuCode.read(documents({}), inventory)).rejects.toThrow('no "tofu"')
})

test('a template is named by a literal or by the default of a variable', async () => {
  const found = await packerTemplates.read(
    documents({
      'packer/u/u.pkr.hcl': 'source "proxmox-iso" "u" { template_name = var.name }',
      'packer/u/v.pkr.hcl': 'variable "name" { default = "ubuntu" }',
    }),
    lab,
  )

  expect(found).toEqual([{ file: 'packer/u/u.pkr.hcl', builder: 'proxmox-iso', name: 'ubuntu' }])
  const computed = { 'p/u.pkr.hcl': 'source "proxmox-iso" "u" { template_name = local.x }' }
  await expect(packerTemplates.read(documents(computed), lab)).rejects.toThrow('computed')
})
