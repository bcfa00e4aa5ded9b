import { flag, list, number, object, parseJson, text } from '../../model/parse.ts'

/** Something that OpenTofu manages. */
export interface TofuResource {
  readonly address: string
  readonly type: string
  /** Id of a VM at the hypervisor. */
  readonly vmid?: number
  readonly name?: string
  /** Node of the hypervisor it is on. */
  readonly node?: string
  readonly isVlanAware?: boolean
  /** Ports of a bridge. */
  readonly ports?: readonly string[]
}

export const stateOf = (state: string, root: string): readonly TofuResource[] =>
  list(parseJson(state, `state of ${root}`), `state of ${root}`).map((row) => {
    const { address, type, id, name, node, vlanAware, ports } = object(row, `state of ${root}`)
    const what = text(address, `address in ${root}`)
    return {
      address: what,
      type: text(type, `type of ${what}`),
      ...(id === null ? {} : { vmid: number(id, `id of ${what}`) }),
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof node === 'string' ? { node } : {}),
      ...(vlanAware === null ? {} : { isVlanAware: flag(vlanAware, `VLANs of ${what}`) }),
      ...(ports === null
        ? {}
        : { ports: list(ports, `ports of ${what}`).map((port) => text(port, `port of ${what}`)) }),
    }
  })
