import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { isOfMachines } from './machines/asked.ts'

/** A way from a host's Docker command to an engine. */
export interface DockerContext {
  /** File that says so. */
  readonly path: string
  /** Where it leads, e.g. `ssh://root@vm-apps` or `unix:///var/run/docker.sock`. */
  readonly endpoint: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    dockerContexts: readonly DockerContext[]
  }
}

const PROFILES = [
  '.profile',
  '.bashrc',
  '.bash_profile',
  '.bash_login',
  '.zshrc',
  '.zshenv',
  '.zprofile',
  '.pam_environment',
  '.config/environment.d/*.conf',
]
const ofHomes = ['/root', '/home/*']
  .flatMap((home) => PROFILES.map((name) => `${home}/${name}`))
  .join(' ')

/** @source ~/.docker/contexts/meta and DOCKER_HOST in profiles of every user, as root */
export const dockerContexts = hostCollector('dockerContexts', {
  where: (host, inventory) =>
    isOfMachines(host, inventory) ||
    inventory.placement?.stacks.some((x) => x.host === host.name && x.domain === 'dev') === true,
  // Docker writes no end of line, and sed adds none.
  command: `[ "$(id -u)" = 0 ] || { echo 'only root sees everybody: Permission denied' >&2; exit 1; }; for f in /root/.docker/contexts/meta/*/meta.json /home/*/.docker/contexts/meta/*/meta.json; do [ -e "$f" ] || continue; sed -nE 's/.*"Host" *: *"([^"]*)".*/\\1/p' "$f" | grep . | sed "s,^,context $f ,"; done; for f in /etc/environment /etc/profile /etc/profile.d/*.sh /etc/bash.bashrc /etc/zsh/* /etc/environment.d/*.conf ${ofHomes}; do [ -e "$f" ] || continue; sed -nE "s/^(.*[[:space:];])?DOCKER_HOST=[\\"']?([^\\"' ]+).*/\\2/p" "$f" | grep . | sed "s,^,context $f ,"; done; echo looked`,
  parse: ({ stdout }): readonly DockerContext[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the look for Docker contexts did not come to its end')
    return lines.map((line) => {
      const [, path, endpoint] = /^context (\/\S+) (\S+)$/.exec(line) ?? []
      if (!path || !endpoint)
        throw new Unseen('not understood', 'a Docker context is not described as it should be')
      return { path, endpoint: endpoint.replace(/(:\/\/[^:/@]*):[^@/]*@/, '$1:***@') }
    })
  },
})
