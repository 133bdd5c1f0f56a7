namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>The calls of the Bot Connector's v3 interface.</summary>
public enum ConnectorOperation
{
    /// <summary>Something else; answered 404.</summary>
    Unknown,

    /// <summary><c>POST /v3/conversations/{id}/activities</c>.</summary>
    Send,

    /// <summary><c>POST /v3/conversations/{id}/activities/{activityId}</c>.</summary>
    Reply,

    /// <summary><c>PUT /v3/conversations/{id}/activities/{activityId}</c>.</summary>
    Update,

    /// <summary><c>DELETE /v3/conversations/{id}/activities/{activityId}</c>.</summary>
    Delete,

    /// <summary><c>POST /v3/conversations</c>.</summary>
    CreateConversation,

    /// <summary><c>GET /v3/conversations/{id}/members</c> and <c>…/pagedmembers</c>.</summary>
    Members,

    /// <summary><c>GET /v3/conversations/{id}/members/{memberId}</c>.</summary>
    Member,
}
