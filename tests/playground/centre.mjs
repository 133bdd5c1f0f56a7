// The simulated contact centre, through its admin endpoints.
import assert from 'node:assert/strict';

export class Centre {
  #admin;

  constructor(admin) {
    this.#admin = admin;
  }

  /** Connects an agent with a customer. */
  async startCall(workNo, customerNumber) {
    return (await this.#ask('POST', 'calls', { workNo, customerNumber })).callId;
  }

  /** Gives an agent two calls, of which the first is on hold. */
  async startTwoCalls(workNo) {
    const held = await this.startCall(workNo, '12025550143');
    await this.#ask('POST', `calls/${encodeURIComponent(held)}/hold`);
    return { held, active: await this.startCall(workNo, '447700900123') };
  }

  /** Puts an agent who is not in a call into a state: Idle, Busy, WrapUp or Rest. */
  setState(workNo, state) {
    return this.#ask('PUT', `agents/${workNo}/state/${state}`);
  }

  /** The agent as the contact centre sees them. */
  async agent(workNo) {
    return (await this.#ask('GET', 'agents')).find((agent) => agent.workNo === workNo);
  }

  /** The intercepts that the gateway received, in the form "PUT agent/call result". */
  async intercepts() {
    const requests = await this.#ask('GET', 'requests?operation=intercept');
    return requests.map((request) => `${request.method} ${request.workNo}/${request.callId} ${request.retCode}`);
  }

  /** Forgets the intercepts. */
  forget() {
    return this.#ask('DELETE', 'requests');
  }

  async #ask(method, path, body) {
    const response = await fetch(new URL(path, this.#admin), { method, body: body && JSON.stringify(body) });
    assert.ok(response.ok, `${method} ${path}: HTTP ${response.status}`);
    const text = await response.text();
    return text && JSON.parse(text);
  }
}
