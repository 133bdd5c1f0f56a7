using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>/mute</summary>
internal sealed class MuteCommand(TalkRequests requests, CommandAnswers answers) : MoveCommand(CommandTable.Mute, TalkMove.Mute, requests, answers);
