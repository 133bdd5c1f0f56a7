using System.Text.Json.Nodes;

namespace SupervisorBot.Demo.Tests;

public sealed class CardDrawingTests
{
    [Fact]
    public void Words_facts_and_buttons_stand_in_a_box()
    {
        var lines = Draw("""
            { "body": [
              { "type": "Container", "items": [ { "type": "TextBlock", "text": "Take this call over?" } ] },
              { "type": "FactSet", "facts": [ { "title": "Agent", "value": "Priya Raman" }, { "title": "Customer", "value": "0123" } ] },
              { "type": "ActionSet", "actions": [ { "type": "Action.Execute", "title": "Intercept now" }, { "type": "Action.Execute", "title": "Cancel" } ] }
            ] }
            """);

        Assert.StartsWith("╭─", lines[0], StringComparison.Ordinal);
        Assert.Contains("│ Take this call over?", lines[1], StringComparison.Ordinal);
        Assert.Matches(@"│ Agent +Priya Raman +│", lines[2]);
        Assert.Matches(@"│ Customer +0123 +│", lines[3]);
        Assert.Contains("[ Intercept now ]  [ Cancel ]", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("╰─", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_a_list_stand_in_columns_with_their_buttons()
    {
        var lines = Draw("""
            { "body": [
              { "type": "ColumnSet", "columns": [
                { "items": [ { "type": "TextBlock", "text": "Ann" }, { "type": "TextBlock", "text": "Idle" } ] },
                { "items": [ { "type": "ActionSet", "actions": [ { "type": "Action.Execute", "title": "Choose" } ] } ] } ] },
              { "type": "ColumnSet", "separator": true, "columns": [
                { "items": [ { "type": "TextBlock", "text": "Bartholomew" } ] },
                { "items": [ { "type": "ActionSet", "actions": [ { "type": "Action.Execute", "title": "Choose" } ] } ] } ] }
            ] }
            """);

        Assert.Equal(
            lines.Single(line => line.Contains("Ann ", StringComparison.Ordinal)).IndexOf("[ Choose ]", StringComparison.Ordinal),
            lines.Single(line => line.Contains("Bartholomew", StringComparison.Ordinal)).IndexOf("[ Choose ]", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Idle", StringComparison.Ordinal));
    }

    [Fact]
    public void Inputs_and_tables_are_drawn_too()
    {
        var lines = Draw("""
            { "body": [
              { "type": "Input.ChoiceSet", "id": "mode", "label": "Mode", "choices": [ { "title": "Listen", "value": "1" } ] },
              { "type": "Table", "rows": [ { "cells": [
                { "items": [ { "type": "TextBlock", "text": "left" } ] }, { "items": [ { "type": "TextBlock", "text": "right" } ] } ] } ] }
            ] }
            """);

        Assert.Contains(lines, line => line.Contains("Mode: ____", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("( ) Listen", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("left", StringComparison.Ordinal) && line.Contains("right", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_buttons_stand_one_to_a_line()
    {
        var lines = Draw("""
            { "actions": [
              { "type": "Action.Execute", "title": "Whisper: only the agent hears you" },
              { "type": "Action.Execute", "title": "Insert: agent and customer hear you" }
            ] }
            """);

        Assert.Single(lines, line => line.Contains("[ Whisper: only the agent hears you ]", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Whisper", StringComparison.Ordinal) && line.Contains("Insert", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_that_looks_like_the_consoles_own_markup_is_printed_as_it_is()
    {
        var lines = Draw("""{ "body": [ { "type": "TextBlock", "text": "\\[red] **and** a\\_b [/]" } ] }""");

        Assert.Contains("[red] and a_b [/]", lines[1], StringComparison.Ordinal);
    }

    private static string[] Draw(string card)
    {
        using var output = new StringWriter();
        DemoConsole.Create(output, isTerminal: false).Write(CardDrawing.Draw((JsonObject)JsonNode.Parse(card)!));
        Assert.DoesNotContain('\u001b', output.ToString());
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
