using System.Text.Json.Serialization;

namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>Reads and writes what is stored of sessions as JSON. Enumerations are written by name, so that their order may change; what is not known is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SessionDocument))]
[JsonSerializable(typeof(ReceiptDocument))]
[JsonSerializable(typeof(CredentialsDocument))]
internal sealed partial class SessionJson : JsonSerializerContext;
