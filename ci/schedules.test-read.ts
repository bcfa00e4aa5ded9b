import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ROOT } from '../harness/run/load.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
}

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8')

/** What three schedulers are told to do, for the tests of it. */
export function schedulesOf(name: 'nightly' | 'drills') {
  const github = parse(read(`github/${name}.yml`))
  const gitlab = parse(read(`gitlab/${name}.gitlab-ci.yml`))
  const service = read(`systemd/plumbline-${name}.service`)
  const steps: readonly Step[] = github.jobs[name].steps
  const calls: readonly (readonly [who: string, calls: readonly string[]])[] = [
    ['GitHub', steps.flatMap(({ run }) => run ?? [])],
    ['GitLab', gitlab[name].script],
    ['systemd', [...service.matchAll(/^Exec\w+=(.*)$/gm)].map(([, call = '']) => call)],
  ]
  const actions = steps.flatMap(({ uses }) => uses ?? [])
  return { github, gitlab: gitlab[name], calls, actions }
}

/** What a program of ours says it takes. */
export const helpOf = (...program: readonly string[]): string =>
  spawnSync(process.execPath, [...program, '--help'], { cwd: ROOT, encoding: 'utf8' }).stdout
