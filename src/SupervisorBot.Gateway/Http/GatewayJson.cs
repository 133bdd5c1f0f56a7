using System.Text.Json.Serialization;
using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Http;

/// <summary>The generated serialisers of what this project writes.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(TransferBody))]
internal sealed partial class GatewayJson : JsonSerializerContext;
