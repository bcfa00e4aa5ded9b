import { execFile } from 'node:child_process'
import { BadInput } from '../../model/bad-input.ts'
import type { ChangeFile } from '../prediction.ts'

/**
 * A ruleset as JSON. A file in nft's own language is loaded in a network namespace of its own, made for
 * that and gone after it: no rule of this machine is looked at or changed.
 *
 * @throws BadInput when nft does not accept the file, or there is no nft here to read it
 */
export function rulesetOf({ path, text }: ChangeFile): Promise<string> {
  if (text.trimStart().startsWith('{')) return Promise.resolve(text)
  return new Promise((resolve, reject) => {
    const args = ['-rn', 'sh', '-c', 'nft -f - && exec nft -j list ruleset']
    const child = execFile('unshare', args, { timeout: 10_000 }, (error, stdout, stderr) => {
      if (!error) return resolve(stdout)
      const isAbsent = /not found/.test(stderr) || error.code === 'ENOENT'
      const why = isAbsent
        ? 'nft is not here to read it: install nftables, or give what `nft -j list ruleset` prints'
        : `nft does not accept it: ${stderr.trim().split('\n')[0] ?? error.message}`
      reject(new BadInput([`${path}: ${why}`]))
    })
    child.stdin?.on('error', () => {})
    child.stdin?.end(text)
  })
}
