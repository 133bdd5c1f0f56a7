using System.Globalization;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Replies;

/// <summary>The keys of live messages: one message for each interception, monitoring inspector, talk and line of a request.</summary>
internal static class LiveKeys
{
    public static string Interception(Guid operationId) => $"interception:{operationId:N}";

    public static string Approval(Guid operationId, int approverAgentId) =>
        $"approval:{operationId:N}:{approverAgentId.ToString(CultureInfo.InvariantCulture)}";

    public static string Monitoring(Inspector inspector) => $"monitoring:{inspector.AgentId.ToString(CultureInfo.InvariantCulture)}";

    public static string Talk(Inspector inspector, TalkView talk) => talk.OperationId is { } id
        ? $"talk:{id:N}"
        : $"talk:{inspector.AgentId.ToString(CultureInfo.InvariantCulture)}:{talk.CallId}";

    public static string Line(string requestId) => $"line:{requestId}";

    public static string Message(ConversationReference conversation, string activityId) => $"message:{conversation.ConversationId}:{activityId}";
}
