using Refit;

namespace SupervisorBot.BotFramework.Channel;

/// <summary>The Bot Connector's v3 REST interface, as far as the bot uses it. Ids are percent-encoded by Refit, once.</summary>
internal interface IConnectorApi
{
    [Post("/v3/conversations")]
    Task<HttpResponseMessage> CreateConversationAsync([Body] HttpContent body, [Header("Authorization")] string? authorization, CancellationToken ct);

    [Post("/v3/conversations/{conversationId}/activities")]
    Task<HttpResponseMessage> SendAsync(
        string conversationId, string? isTargetedActivity, [Body] HttpContent body, [Header("Authorization")] string? authorization, CancellationToken ct);

    [Post("/v3/conversations/{conversationId}/activities/{activityId}")]
    Task<HttpResponseMessage> ReplyAsync(
        string conversationId, string activityId, string? isTargetedActivity, [Body] HttpContent body, [Header("Authorization")] string? authorization, CancellationToken ct);

    [Put("/v3/conversations/{conversationId}/activities/{activityId}")]
    Task<HttpResponseMessage> UpdateAsync(
        string conversationId, string activityId, string? isTargetedActivity, [Body] HttpContent body, [Header("Authorization")] string? authorization, CancellationToken ct);

    [Delete("/v3/conversations/{conversationId}/activities/{activityId}")]
    Task<HttpResponseMessage> DeleteAsync(
        string conversationId, string activityId, string? isTargetedActivity, [Header("Authorization")] string? authorization, CancellationToken ct);

    [Get("/v3/conversations/{conversationId}/pagedmembers")]
    Task<HttpResponseMessage> GetMembersAsync(
        string conversationId, int pageSize, string? continuationToken, [Header("Authorization")] string? authorization, CancellationToken ct);

    [Get("/v3/conversations/{conversationId}/members/{memberId}")]
    Task<HttpResponseMessage> GetMemberAsync(
        string conversationId, string memberId, [Header("Authorization")] string? authorization, CancellationToken ct);
}
