using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Storage.Audit;

/// <summary>Reads and writes entries as JSON: enumerations by name, names of persons and reasons as they are read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditEntry))]
internal sealed partial class AuditJson : JsonSerializerContext;
