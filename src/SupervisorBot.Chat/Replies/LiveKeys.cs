using System.Globalization;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Replies;

/// <summary>The keys of live messages: one message for each interception, inspector's call, question and line of a request.</summary>
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

    /// <summary>An inspector has one call at a time, monitored or their own: one message shows it from the listening to the end of the talk.</summary>
    public static string Call(Inspector inspector) => $"call:{inspector.AgentId.ToString(CultureInfo.InvariantCulture)}";

    public static string Act(Guid questionId) => $"act:{questionId:N}";

    public static string Board(Guid boardId) => $"board:{boardId:N}";

    public static string Line(string requestId) => $"line:{requestId}";

    public static string Message(ConversationReference conversation, string activityId) => $"message:{conversation.ConversationId}:{activityId}";
}
