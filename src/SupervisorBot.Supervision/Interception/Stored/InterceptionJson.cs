using System.Text.Json.Serialization;

namespace SupervisorBot.Supervision.Interception.Stored;

/// <summary>Reads and writes stored interceptions as JSON. Enumerations are written by name, so that their order may change; what is not known is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(InterceptionShape))]
internal sealed partial class InterceptionJson : JsonSerializerContext;
