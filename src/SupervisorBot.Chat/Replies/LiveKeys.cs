using System.Globalization;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Replies;

/// <summary>The keys of live messages: one message for each interception, monitoring inspector, talk and line of a request.</summary>
internal static class LiveKeys
{
    public static string Interception(Guid operationId) => $"interception:{operationId:N}";

    /// <summary>
    /// The message in which an interception is chosen and confirmed: in a personal chat the one that also tells how it goes on; where others are there, one for
    /// the asker alone, beside the one that tells everybody.
    /// </summary>
    public static string Dialog(ChatTurn turn, Guid operationId) => turn.ToldIn.IsPersonal ? Interception(operationId) : Dialog(operationId);

    /// <summary>The message in which an interception is chosen and confirmed, where others are there.</summary>
    public static string Dialog(Guid operationId) => $"dialog:{operationId:N}";

    public static string Approval(Guid operationId, int approverAgentId) =>
        $"approval:{operationId:N}:{approverAgentId.ToString(CultureInfo.InvariantCulture)}";

    public static string Monitoring(Inspector inspector) => $"monitoring:{inspector.AgentId.ToString(CultureInfo.InvariantCulture)}";

    public static string Talk(Inspector inspector, TalkView talk) => talk.OperationId is { } id
        ? $"talk:{id:N}"
        : $"talk:{inspector.AgentId.ToString(CultureInfo.InvariantCulture)}:{talk.CallId}";

    public static string Line(string requestId) => $"line:{requestId}";

    public static string Message(ConversationReference conversation, string activityId) => $"message:{conversation.ConversationId}:{activityId}";
}
