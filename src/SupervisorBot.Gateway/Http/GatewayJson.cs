using System.Text.Json.Serialization;
using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Http;

/// <summary>The generated serialisers of what this project writes and of its own resources.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(TransferBody))]
[JsonSerializable(typeof(Dictionary<string, ResultMeaning>))]
internal sealed partial class GatewayJson : JsonSerializerContext;
