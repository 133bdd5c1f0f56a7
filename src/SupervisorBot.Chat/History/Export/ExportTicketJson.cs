using System.Text.Json.Serialization;

namespace SupervisorBot.Chat.History.Export;

/// <summary>The form of a ticket before it is protected.</summary>
[JsonSerializable(typeof(ExportTicket))]
internal sealed partial class ExportTicketJson : JsonSerializerContext;
