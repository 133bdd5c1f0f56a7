using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>What the bare endpoint reads of an activity.</summary>
internal sealed record BareActivity(string Type, string Id, string ServiceUrl, BareConversation Conversation, JsonElement? Value);

/// <summary>The conversation's id.</summary>
internal sealed record BareConversation(string Id);

/// <summary>What the bare endpoint posts.</summary>
internal sealed record BareReply(string Type, string ReplyToId, string Text);

/// <summary>Source-generated serialization of both.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BareActivity))]
[JsonSerializable(typeof(BareReply))]
internal sealed partial class BareJson : JsonSerializerContext;
