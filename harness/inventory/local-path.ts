import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** A path that lab.yaml names on this machine: absolute, from the home folder with `~/`, or from `folder`, where lab.yaml is. */
export const localPath = (path: string, folder: string): string =>
  path.startsWith('~/') ? join(homedir(), path.slice(2)) : resolve(folder, path)
