import { Unseen } from '../../model/unseen.ts'
import { literalOf, parseHcl } from '../hcl/parse.ts'

/** A provider in the version that was locked. */
export interface LockedProvider {
  /** `registry.opentofu.org/bpg/proxmox` */
  readonly address: string
  readonly version: string
  /** Checksums that are known for it. */
  readonly hashes: number
}

export const lockedProviders = (text: string, file: string): readonly LockedProvider[] =>
  parseHcl(text, file)
    .blocks.filter(({ type }) => type === 'provider')
    .map(({ labels: [address], attributes }) => {
      const version = literalOf(attributes.version)
      if (address === undefined || version === undefined)
        throw new Unseen('not understood', `${file}: a provider without address or version`)
      const hashes = attributes.hashes?.match(/"(h1|zh):[^"]+"/g)?.length ?? 0
      return { address, version, hashes }
    })
