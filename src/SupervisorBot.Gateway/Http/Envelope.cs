using System.Text.Json;

namespace SupervisorBot.Gateway.Http;

/// <summary>
/// An answer of the gateway: <c>{"message":"","retcode":"0","result":…}</c>, with <c>event</c> in the place of <c>result</c> for an
/// event poll.
/// </summary>
/// <param name="RetCode">The result code, "0" for success.</param>
/// <param name="Result">The result; undefined where there is none.</param>
/// <param name="Event">The event; undefined where there is none.</param>
internal sealed record Envelope(string RetCode, JsonElement Result, JsonElement Event);
