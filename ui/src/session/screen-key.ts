// When a View is another screen to the person, so that focus and drafts begin anew.
import type { View } from '../generated/View';

export function screenKey({ screen }: View): string {
  switch (screen.type) {
    case 'password':
      return `password ${screen.kind} ${screen.address}`;
    case 'by-hand':
      return `by-hand ${screen.address}`;
    case 'relay':
      return `relay ${screen.id}`;
    case 'question':
      return `question ${screen.ask.type} ${screen.address}`;
    case 'card':
      return `card ${screen.title.id} ${String(screen.title.args?.['value'])} ${screen.address}`;
    case 'records':
      return `records ${String(screen.looking)}`;
    case 'guide':
      return `guide ${screen.provider} ${screen.at}`;
    case 'consent':
      return `consent ${screen.provider}`;
    case 'problem':
      return `problem ${screen.problem.code}`;
    default:
      return screen.type;
  }
}
