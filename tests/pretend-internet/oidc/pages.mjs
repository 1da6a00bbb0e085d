// The pages a person sees while signing in. Plain forms; the ids are what browser/person.mjs looks for.
export const esc = (s) => String(s ?? '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const style = 'body{font:16px/1.6 sans-serif;background:#f1f3f4;margin:0}main{background:#fff;max-width:26rem;margin:3rem auto;padding:2rem;border-radius:12px}'
  + 'input:not([type=checkbox]){display:block;width:100%;font:inherit;padding:.5rem;margin:.6rem 0;box-sizing:border-box}button,a.button{font:inherit;padding:.5rem 1rem;margin:.3rem .4rem .3rem 0}label{display:block;margin:.5rem 0}';

export const page = (brand, title, body) => `<!doctype html><html lang=ja><meta charset=utf-8><title>${esc(title)} - ${esc(brand)}</title><style>${style}</style><main><p><small>pretend ${esc(brand)}</small></p><h1>${esc(title)}</h1>${body}</main>`;

export const chooser = (brand, base, accounts) => page(brand, 'アカウントの選択', `<form id=chooser action="${base}/password">${accounts
  .map((a) => `<button name=email value="${esc(a)}" data-account="${esc(a)}">${esc(a)}</button><br>`).join('')}</form><a id=other href="${base}/email">別のアカウントを使用</a> <a id=cancel href="${base}/cancel">キャンセル</a>`);

export const emailPage = (brand, base, hint) => page(brand, 'サインイン', `<form action="${base}/password"><input id=email name=email type=email value="${esc(hint)}" autofocus><button id=next>次へ</button></form><a id=cancel href="${base}/cancel">キャンセル</a>`);

export const passwordPage = (brand, base, email, wrong) => page(brand, 'パスワードの入力', `<p id=account>${esc(email)}</p>${wrong ? '<p id=wrong>パスワードが正しくありません。もう一度お試しください。</p>' : ''}
<form method=post action="${base}/login"><input type=hidden name=email value="${esc(email)}"><input id=password name=password type=password autofocus><button id=signin>次へ</button></form><a id=other href="${base}/email">別のアカウントを使用</a>`);

// boxes: scopes that can be left unticked (they start unticked); the rest is granted by pressing the button.
export const consentPage = (brand, base, client, email, boxes, fixed) => page(brand, 'アクセスを許可しますか?', `<p><b id=client>${esc(client)}</b> が次の許可を求めています:</p><p id=account>${esc(email)}</p>
<ul>${fixed.map((s) => `<li>${esc(s)}</li>`).join('')}</ul><form method=post action="${base}/consent">${boxes.map((s) => `<label><input type=checkbox name=scope value="${esc(s)}"> ${esc(s)}</label>`).join('')}
<button id=allow>許可</button> <a id=cancel class=button href="${base}/cancel">キャンセル</a></form>`);

export const errorPage = (brand, title, text, back) => page(brand, title, `<p id=error>${esc(text)}</p>${back ? `<a id=return href="${back}">アプリに戻る</a>` : ''}`);
