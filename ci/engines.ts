import { globSync } from 'node:fs'
import { $ } from 'zx'
import { chromiumPath } from '../reports/testdata/chromium.ts'

/** Something that is not on this machine, the tests that need it, and what to do. */
export interface MissingEngine {
  readonly engine: string
  /** Glob of the test files that are not run. */
  readonly tests: string
  readonly because: string
  readonly remedy: string
}

/** What is not here, or does not answer. */
export async function missingEngines(): Promise<readonly MissingEngine[]> {
  return [...(await missingReplicas()), ...(await missingEmulator()), ...missingBrowser()]
}

async function missingEmulator(): Promise<readonly MissingEngine[]> {
  const qemu = await $({ nothrow: true, quiet: true })`qemu-system-x86_64 --version`
  if (qemu.exitCode === 0) return []
  return [
    {
      engine: 'QEMU',
      tests: 'fixtures/**/{qemu,machines}/*.e2e.test.ts',
      because: 'there is no qemu-system-x86_64 on the PATH',
      remedy:
        'Install it (Debian: apt-get install qemu-system-x86 qemu-utils), and run npm test again.',
    },
  ]
}

function missingBrowser(): readonly MissingEngine[] {
  if (chromiumPath() !== undefined) return []
  return [
    {
      engine: 'Chromium',
      tests: 'reports/**/*.browser.e2e.test.ts',
      because: 'there is no chromium on the PATH',
      remedy: 'Install it (Debian: apt-get install chromium), and run npm test again.',
    },
  ]
}

async function missingReplicas(): Promise<readonly MissingEngine[]> {
  const docker = await $({
    nothrow: true,
    quiet: true,
    timeout: '20s',
  })`docker version --format ${'{{.Server.Version}}'}`
  const images = await $({
    nothrow: true,
    quiet: true,
    timeout: '20s',
  })`docker image inspect plumbline/host`
  if (docker.exitCode !== 0)
    return [
      {
        engine: 'a Docker engine',
        tests: 'fixtures/**/{containers,machines,qemu,replica}/*.e2e.test.ts',
        because: 'none answers `docker version`',
        remedy: 'Start Docker, build the images with ci/images/build.sh, and run npm test again.',
      },
    ]
  if (images.exitCode !== 0)
    return [
      {
        engine: 'the replica images',
        tests: 'fixtures/**/{containers,machines,qemu,replica}/*.e2e.test.ts',
        because: 'plumbline/host is not built',
        remedy: 'Build them once with ci/images/build.sh, and run npm test again.',
      },
    ]
  return await missingOnDemand()
}

/** Images that are not built with the others, as that takes a quarter of an hour or so: whose lab needs one is not run without. */
async function missingOnDemand(): Promise<readonly MissingEngine[]> {
  const missing = new Map<string, string[]>()
  for (const file of globSync('fixtures/labs/*/replica/images/*/on-demand')) {
    const [, , lab = '', , , image = ''] = file.split('/')
    const name = `${lab}-${image}`
    const found = await $({ nothrow: true, quiet: true })`docker image inspect plumbline/${name}`
    if (found.exitCode !== 0) missing.set(lab, [...(missing.get(lab) ?? []), name])
  }
  return [...missing].map(([lab, names]) => ({
    engine: `the images ${names.join(', ')}`,
    tests: `fixtures/labs/${lab}/replica/*.e2e.test.ts`,
    because: 'they are not built with the others, as that takes a quarter of an hour',
    remedy: `Build them once with ci/images/build.sh ${names.join(' ')}, and run npm test again.`,
  }))
}
