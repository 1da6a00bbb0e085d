// The desktop shell as a Host. The only place that knows of Tauri.
import { Channel, invoke } from '@tauri-apps/api/core';
import type { View } from '../generated/View';
import type { Host } from './host';

export const tauri: Host = {
  attach(onView) {
    const channel = new Channel<View>();
    channel.onmessage = onView;
    return invoke<View>('attach', { channel });
  },
  dispatch: (command) => invoke('dispatch', { command }),
  submitSecret: (slot, secret) => invoke('submit_secret', { slot, secret }),
  zoom: (factor) => invoke('zoom', { factor }),
  ready: () => invoke('ui_ready'),
};
