import type { HttpApi } from '../sync/http-api.ts';
import type { Handlers } from './handle.ts';

/** Requests about laptops of others: asked of the centre, which knows who may. */
export function devicesHandlers(
  api: () => Pick<HttpApi, 'devices' | 'wipeDevice'>,
): Pick<Handlers, 'devices.list' | 'devices.wipe'> {
  return {
    'devices.list': () => api().devices(),
    'devices.wipe': ({ device }) => api().wipeDevice(device),
  };
}
