// Where one pretend provider keeps codes, tokens and grants, so that tests can list them and end them.
export class Store {
  constructor() { this.items = new Map(); this.keepUsedRefreshTokens = false; }

  clear() { this.items.clear(); }

  // All live items of a model, as [id, payload].
  list(model) {
    const now = Date.now() / 1000;
    return [...this.items].filter(([k, p]) => k.startsWith(`${model}:`) && !(p.exp < now)).map(([k, p]) => [k.slice(model.length + 1), p]);
  }

  endGrant(grantId) {
    for (const [k, p] of this.items) if (p.grantId === grantId || k === `Grant:${grantId}`) this.items.delete(k);
  }

  get adapter() {
    const store = this;
    return class {
      constructor(model) { this.model = model; }

      key(id) { return `${this.model}:${id}`; }

      async upsert(id, payload) { store.items.set(this.key(id), payload); }

      async find(id) { return store.items.get(this.key(id)); }

      async findByUid(uid) { return [...store.items].find(([k, p]) => k.startsWith('Session:') && p.uid === uid)?.[1]; }

      async findByUserCode(userCode) { return [...store.items].find(([k, p]) => k.startsWith('DeviceCode:') && p.userCode === userCode)?.[1]; }

      async destroy(id) { store.items.delete(this.key(id)); }

      // Microsoft leaves a refresh token usable after it was exchanged for the next one.
      async consume(id) {
        if (this.model === 'RefreshToken' && store.keepUsedRefreshTokens) return;
        const p = store.items.get(this.key(id));
        if (p) p.consumed = Math.floor(Date.now() / 1000);
      }

      async revokeByGrantId(grantId) { store.endGrant(grantId); }
    };
  }
}
