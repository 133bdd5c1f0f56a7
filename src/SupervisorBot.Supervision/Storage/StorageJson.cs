using System.Text.Json.Serialization;

namespace SupervisorBot.Supervision.Storage;

/// <summary>Reads and writes what is stored as JSON. Enumerations are written by name, so that their order may change; what is not known is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(InterceptionDocument))]
internal sealed partial class StorageJson : JsonSerializerContext;
