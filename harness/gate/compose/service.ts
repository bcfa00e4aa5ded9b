import { parse } from 'yaml'
import { BadInput } from '../../model/bad-input.ts'
import { list, object, text } from '../../model/parse.ts'
import type { ChangeFile } from '../prediction.ts'
import { type Binding, bindingsOf } from './ports.ts'

/** One service of a Compose file. */
export interface ComposeService {
  readonly name: string
  /** Name that its container gets. */
  readonly container: string
  readonly ports: readonly Binding[]
  /** Everything that the file says of it. */
  readonly says: Readonly<Record<string, unknown>>
}

/** @throws BadInput when it is no Compose file, or holds variables that only `docker compose config` can fill */
export function servicesOf({ path, text: content }: ChangeFile): readonly ComposeService[] {
  try {
    if (/(^|[^$])\$\{?[A-Za-z_]/.test(content))
      throw new Error('it holds variables: give the output of `docker compose config`')
    const file = object(parse(content), 'the Compose file')
    const services = Object.entries(object(file.services, 'services'))
    if (services.length === 0) throw new Error('it has no service')
    const project = file.name === undefined ? undefined : text(file.name, 'name')
    return services.map(([name, value]) =>
      serviceOf(name, object(value, `service ${name}`), project),
    )
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadInput([`${path}: not a Compose file that can be judged: ${why}`])
  }
}

function serviceOf(
  name: string,
  says: Readonly<Record<string, unknown>>,
  project: string | undefined,
): ComposeService {
  const named = says.container_name
  const ports = says.ports === undefined ? [] : list(says.ports, `ports of ${name}`)
  return {
    name,
    container:
      named === undefined
        ? project === undefined
          ? name
          : `${project}-${name}-1`
        : text(named, `container_name of ${name}`),
    ports: ports.flatMap((port) => bindingsOf(port, `a port of ${name}`)),
    says,
  }
}
