// Mounts the user interface on a Host. Shared by the program and by the page of golden Views.
import { mount } from 'svelte';
import App from './App.svelte';
import type { View } from './generated/View';
import type { Host } from './host/host';
import { Session } from './session/session.svelte';
import { Zoom } from './session/zoom';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';

/** Draws the first View, then says that the window may be shown. */
export async function start(host: Host): Promise<Session> {
  let session: Session | undefined;
  let latest: View | undefined;
  const first = await host.attach((view) => {
    latest = view;
    session?.show(view);
  });
  session = new Session(host, latest ?? first);
  const zoom = new Zoom(host);
  addEventListener('keydown', zoom.onKey);
  addEventListener('wheel', zoom.onWheel, { passive: false });
  mount(App, { target: document.body, props: { session } });
  void host.ready();
  return session;
}
