import type { Census } from '../../model/census.ts'
import type { Get } from '../../model/collector.ts'
import { mapped, wholeList } from './list.ts'
import type { Shape } from './parts.ts'

/** Where Longhorn's objects are. */
const PATH = '/apis/longhorn.io/v1beta2/namespaces/longhorn-system'

/** One whole list of Longhorn, by its plural and kind. */
export const longhornList = async <T>(
  get: Get,
  plural: string,
  kind: string,
  read: (item: Shape) => T,
): Promise<Census<T>> =>
  mapped(await wholeList(get, `${PATH}/${plural}`, { kind: `${kind}List` }), read)
