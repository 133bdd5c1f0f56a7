using System.Text.Json;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Channel;

/// <summary>The body of <c>POST /v3/conversations</c>, the personal shape: not a group, exactly one member, tenant in both places.</summary>
internal sealed record ConversationParameters(
    bool IsGroup, ChannelAccount? Bot, IReadOnlyList<ChannelAccount> Members, string? TenantId, JsonElement? ChannelData);

/// <summary>The answer to <c>POST /v3/conversations</c>.</summary>
internal sealed record ConversationCreated(string? Id, string? ActivityId, string? ServiceUrl);

/// <summary>The answer to a post or an edit.</summary>
internal sealed record ResourceCreated(string? Id);

/// <summary>One page of <c>GET …/pagedmembers</c>.</summary>
internal sealed record MembersPage(IReadOnlyList<ChannelAccount>? Members, string? ContinuationToken);
